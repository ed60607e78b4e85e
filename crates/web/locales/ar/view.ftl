### The words of the retention view in Arabic. Requests are nominal ("يُرجى اختيار"), so that they fit women and men.

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = مشكلة: { $title }
date-and-time = { $date }، { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = إلغاء الاشتراك الآن
cancel-subscription = إلغاء الاشتراك
continue-to-cancel = الانتقال إلى الإلغاء
show-another-option = عرض خيار آخر
keep-with-offer = الاحتفاظ بخطتي مع هذا العرض
keep-with-pause = إيقاف خطتي مؤقتًا
keep-plan = الاحتفاظ بخطتي
keep-subscription = الاحتفاظ باشتراكي
undo-cancellation = التراجع عن الإلغاء
close = إغلاق
back-to = العودة إلى { $brand }
check-again = التحقق مجددًا
try-again = إعادة المحاولة
download-receipt = تنزيل إيصال الإلغاء
optional = (اختياري)

## A price and its rhythm
price-by-day =
    { $count ->
        [zero] { $amount } كل { $count } يوم
        [one] { $amount } يوميًا
        [two] { $amount } كل يومين
        [few] { $amount } كل { $count } أيام
        [many] { $amount } كل { $count } يومًا
       *[other] { $amount } كل { $count } يوم
    }
price-by-week =
    { $count ->
        [zero] { $amount } كل { $count } أسبوع
        [one] { $amount } أسبوعيًا
        [two] { $amount } كل أسبوعين
        [few] { $amount } كل { $count } أسابيع
        [many] { $amount } كل { $count } أسبوعًا
       *[other] { $amount } كل { $count } أسبوع
    }
price-by-month =
    { $count ->
        [zero] { $amount } كل { $count } شهر
        [one] { $amount } شهريًا
        [two] { $amount } كل شهرين
        [few] { $amount } كل { $count } أشهر
        [many] { $amount } كل { $count } شهرًا
       *[other] { $amount } كل { $count } شهر
    }
price-by-year =
    { $count ->
        [zero] { $amount } كل { $count } سنة
        [one] { $amount } سنويًا
        [two] { $amount } كل سنتين
        [few] { $amount } كل { $count } سنوات
        [many] { $amount } كل { $count } سنة
       *[other] { $amount } كل { $count } سنة
    }
renews = { $price }، يتجدد تلقائيًا حتى الإلغاء
renews-only = يتجدد تلقائيًا حتى الإلغاء

## Where a subscription stands
paid-until = مدفوع حتى { $date }
trial-until = فترة تجريبية حتى { $date }
payment-overdue = توجد دفعة متأخرة
paused-until = متوقف مؤقتًا حتى { $date }
paused-without-end = متوقف مؤقتًا
already-ends-on = مُلغى، ينتهي في { $date }

## What the finishing control does
cancel-effect-on = عند الإلغاء الآن، تنتهي خطتك في { $date }.
cancel-effect-at-once = عند الإلغاء الآن، تنتهي خطتك اليوم.
cancel-effect-refund = عند الإلغاء الآن، تنتهي خطتك اليوم ويُرد مبلغ { $amount } عن المدة غير المستخدمة.

## Which subscription
choose-title = أي اشتراك؟
choose-legend = لديك أكثر من اشتراك. يُرجى اختيار الاشتراك المطلوب إلغاؤه.
choose-error = يُرجى اختيار اشتراك أولًا.

## Reason
reason-title = إلغاء اشتراكك
reason-legend = ما سبب الإلغاء؟
reason-error = يُرجى اختيار سبب للمتابعة، أو الإلغاء الآن دون ذكر سبب.
comment-label = هل من إضافة؟
comment-too-long =
    { $count ->
        [zero] يُرجى اختصار النص إلى { $count } حرف.
        [one] يُرجى اختصار النص إلى حرف واحد.
        [two] يُرجى اختصار النص إلى حرفين.
        [few] يُرجى اختصار النص إلى { $count } أحرف.
        [many] يُرجى اختصار النص إلى { $count } حرفًا.
       *[other] يُرجى اختصار النص إلى { $count } حرف.
    }
reason-too-expensive = السعر مرتفع جدًا
reason-unused = لا أستخدم الخدمة بما يكفي
reason-missing-features = تنقص الخدمة ميزات أحتاج إليها
reason-switched-service = سأنتقل إلى خدمة أخرى
reason-too-complex = الاستخدام صعب جدًا
reason-low-quality = الجودة ليست كما توقعت
reason-customer-service = خدمة العملاء ليست كما توقعت
reason-other = سبب آخر
follow-up-label = هل يمكنك التوضيح أكثر؟
follow-up-feature = ما الميزة الناقصة؟
follow-up-service = ما الخدمة البديلة؟
follow-up-price = ما السعر المناسب لك؟

## Offers, around all kinds
offer-label = عرض
tip-label = نصيحة
with-this-offer = مع هذا العرض
starts = البداية
next-invoice-on = الفاتورة القادمة، { $date }
ends = النهاية
after-that = بعد ذلك
price-now = الآن
price-later = اعتبارًا من { $date }
offer-footnote = يبقى الإلغاء ممكنًا في أي وقت.
offer-gone = لم يعد هذا العرض متاحًا لخطتك. لم يتغير شيء.
not-carried-out = رفض مزوّد الدفع التغيير الأخير. لم يتغير شيء، ويمكنك الاختيار من جديد.
other-subscription = هذه الصفحة تخص اشتراكًا آخر. لم يتغير شيء.
offers-title = يمكنك اختيار أحد هذه الخيارات أو الإلغاء الآن
offers-legend = خياراتك
offers-error = يُرجى اختيار أحد الخيارات أولًا، أو الإلغاء الآن.
choose-this-offer = اختيار هذا العرض
accept-offer = قبول هذا العرض

## Discount
discount-once = خصم { $reduction } على الفاتورة القادمة
discount-months =
    { $count ->
        [zero] خصم { $reduction } لمدة { $count } شهر
        [one] خصم { $reduction } لمدة شهر واحد
        [two] خصم { $reduction } لمدة شهرين
        [few] خصم { $reduction } لمدة { $count } أشهر
        [many] خصم { $reduction } لمدة { $count } شهرًا
       *[other] خصم { $reduction } لمدة { $count } شهر
    }
discount-forever = خصم { $reduction } طوال مدة اشتراكك
discount-ends = نهاية الخصم
discount-without-end = دون تاريخ انتهاء
discount-replaces = يحل محل خصمك الحالي.
keep-with-discount = الاحتفاظ بخطتي بهذا السعر

## Pause
pause-title = إيقاف خطتك مؤقتًا
pause-legend = ما المدة؟
pause-months =
    { $count ->
        [zero] { $count } شهر
        [one] شهر واحد
        [two] شهران
        [few] { $count } أشهر
        [many] { $count } شهرًا
       *[other] { $count } شهر
    }
pause-error = يُرجى اختيار مدة الإيقاف المؤقت.
resumes = الاستئناف
resumes-on = الاستئناف في { $date }
pause-effect = لا فواتير خلال الإيقاف المؤقت. تُستأنف خطتك تلقائيًا في التاريخ المختار.
after-the-pause = بعد الإيقاف المؤقت
fair-pause-effect = تتوقف مدتك المدفوعة خلال الإيقاف المؤقت وتستمر بعده. ويتأخر موعد التجديد بالمدة نفسها.
renewal = التجديد
renewal-moves = ينتقل من { $old } إلى { $new }
nothing-to-pay-until = لا يوجد مبلغ مستحق حتى { $date }

## Another plan
plan-change-title = التغيير إلى { $plan }
plan-change-legend = أي خطة؟
plan-change-error = يُرجى اختيار خطة أولًا.
plan-change-now = تتغير خطتك اليوم.
plan-change-at-renewal = تتغير خطتك عند التجديد في { $date }. وتبقى كما هي حتى ذلك الحين.
current-plan = خطتك الآن
new-plan = الخطة الجديدة
price-of-plan = { $plan }، { $price }
charged-today = المبلغ المحصَّل اليوم: { $amount }
credited = الرصيد المضاف: { $amount }
nothing-charged-today = لا يُحصَّل أي مبلغ اليوم.
keep-with-plan-change = التغيير إلى { $plan }
keep-with-yearly = التغيير إلى الدفع السنوي
keep-with-monthly = التغيير إلى الدفع الشهري

## Seats
seats-title =
    { $count ->
        [zero] التقليل إلى { $count } مقعد
        [one] التقليل إلى مقعد واحد
        [two] التقليل إلى مقعدين
        [few] التقليل إلى { $count } مقاعد
        [many] التقليل إلى { $count } مقعدًا
       *[other] التقليل إلى { $count } مقعد
    }
seats-effect = ينخفض عدد المقاعد من { $from } إلى { $to } عند التجديد في { $date }. ولا يتغير شيء حتى ذلك الحين.
seats-count =
    { $count ->
        [zero] { $count } مقعد
        [one] مقعد واحد
        [two] مقعدان
        [few] { $count } مقاعد
        [many] { $count } مقعدًا
       *[other] { $count } مقعد
    }
seats = المقاعد
keep-with-seats =
    { $count ->
        [zero] الاحتفاظ بـ { $count } مقعد
        [one] الاحتفاظ بمقعد واحد
        [two] الاحتفاظ بمقعدين
        [few] الاحتفاظ بـ { $count } مقاعد
        [many] الاحتفاظ بـ { $count } مقعدًا
       *[other] الاحتفاظ بـ { $count } مقعد
    }

## Free time
free-months-title =
    { $count ->
        [zero] { $count } شهر مجانًا
        [one] شهر واحد مجانًا
        [two] شهران مجانًا
        [few] { $count } أشهر مجانًا
        [many] { $count } شهرًا مجانًا
       *[other] { $count } شهر مجانًا
    }
free-months-effect = تبقى الخطة كما هي. لا يوجد مبلغ مستحق حتى { $date }.
keep-with-free-time = الاحتفاظ بخطتي مع المدة المجانية

## A longer trial
trial-title =
    { $count ->
        [zero] { $count } يوم إضافي من الفترة التجريبية
        [one] يوم إضافي من الفترة التجريبية
        [two] يومان إضافيان من الفترة التجريبية
        [few] { $count } أيام إضافية من الفترة التجريبية
        [many] { $count } يومًا إضافيًا من الفترة التجريبية
       *[other] { $count } يوم إضافي من الفترة التجريبية
    }
trial-effect = تستمر فترتك التجريبية حتى { $date }. ولا يُحصَّل أي مبلغ قبل ذلك.
keep-with-trial = تمديد فترتي التجريبية

## Credit
credit-title = رصيد بقيمة { $amount }
credit-effect = يُخصم { $amount } من فواتيرك القادمة.
credit-effect-next = يُخصم { $amount } من فاتورتك القادمة.
keep-with-credit = الاحتفاظ بخطتي مع الرصيد
refund-title = استرداد { $amount }
refund-effect = يُرد { $amount } من فاتورة { $date } بطريقة الدفع نفسها.
keep-with-refund = الاحتفاظ بخطتي مع الاسترداد
refunded = المبلغ المسترد: { $amount }

## Talk to us
contact-title = التحدث إلينا
contact-effect = لا يتغير اشتراكك. يمكنك العودة إلى هذه الصفحة والإلغاء.
contact-book = حجز مكالمة
contact-write = مراسلتنا
contact-open = فتح
contact-call = الاتصال بنا

## Content
play-video = تشغيل الفيديو
image-of = صورة: { $caption }
video-of = فيديو: { $caption }
video-length = المدة { $time }
read-more = قراءة المزيد
tip-setup = المساعدة في الإعداد
tip-setup-1 = يمكنك إخبار فريق الدعم بهدفك. وبإمكانه الاطلاع معك على حسابك وإعداده.
tip-setup-2 = المساعدة مجانية، وتبقى خطتك كما هي.
tip-roadmap = السؤال عن الميزة الناقصة
tip-roadmap-1 = لبعض الميزات اسم آخر أو موعد إصدار قريب. يمكن لفريق الدعم إفادتك، وهو ينقل ما هو ناقص.
tip-roadmap-2 = تبقى خطتك كما هي.
tip-support = التحدث إلى شخص
tip-support-1 = يمكنك إخبار فريق الدعم بما لم يسر على ما يرام. يقرأ رسالتك شخص ويرد عليها.
tip-support-2 = تبقى خطتك كما هي.

## Confirm
confirm-title = إلغاء هذا الاشتراك؟
what-ends = ما الذي ينتهي
when = متى
until-then = حتى ذلك الحين
today = اليوم، { $date }
usable-until = يمكنك استخدامه كما في السابق. ولا يتجدد.
not-usable = ينتهي فور الإلغاء.
refund-on-cancel = يُرد { $amount } عن المدة غير المستخدمة.
no-refund-on-cancel = لا يُرد مبلغ عن المدة غير المستخدمة.
end-legend = متى ينتهي الاشتراك؟
end-at-period = في { $date }، عند نهاية المدة المدفوعة
end-at-once = اليوم
end-at-once-refund = اليوم، مع استرداد { $amount }
end-error = يُرجى اختيار موعد الانتهاء.

## Receipt
receipt-title = تم إلغاء اشتراكك
receipt-document-title = إيصال الإلغاء
receipt-ends-on = يمكنك استخدامه حتى { $date }. ولا يتجدد.
receipt-ended = انتهى في { $date }.
receipt-ends-today = تنتهي خطتك اليوم.
reference = الرقم المرجعي
canceled-at = وقت الإلغاء
received-at = وقت الاستلام
plan = الخطة
undo-until = يمكنك التراجع عن ذلك حتى { $date }.
receipt-mailed = تُرسل نسخة إلى { $email }.

## Kept
kept-title = خطتك مستمرة
paused-title = تم ضبط الإيقاف المؤقت
changed-title = تم تغيير خطتك
trial-extended-title = تم تمديد فترتك التجريبية
kept-unchanged = لم يتغير شيء.
applied = التغيير المطبَّق
next-invoice = الفاتورة القادمة
amount-on = { $amount } في { $date }
you-pay-on = يُستحق { $amount } في { $date }.
nothing-to-pay = لا توجد فاتورة مستحقة.
applied-plan = { $plan } اعتبارًا من { $date }
applied-plan-now = { $plan } اعتبارًا من اليوم
applied-seats =
    { $count ->
        [zero] { $count } مقعد اعتبارًا من { $date }
        [one] مقعد واحد اعتبارًا من { $date }
        [two] مقعدان اعتبارًا من { $date }
        [few] { $count } مقاعد اعتبارًا من { $date }
        [many] { $count } مقعدًا اعتبارًا من { $date }
       *[other] { $count } مقعد اعتبارًا من { $date }
    }
applied-trial = فترة تجريبية حتى { $date }
applied-credit = رصيد بقيمة { $amount }
applied-refund = تم رد { $amount }
applied-custom = تم إعداد ما اخترته.

## Pending
pending-cancel-title = تم استلام طلب الإلغاء
pending-cancel = الطلب قيد التنفيذ. يمكنك إغلاق هذه الصفحة، ويبقى الإلغاء ساريًا. يُعتد بالوقت المذكور أدناه.
pending-offer-title = تم استلام اختيارك
pending-offer = يجري تطبيقه على خطتك. يمكنك إغلاق هذه الصفحة، ويستمر التنفيذ تلقائيًا.
pending-undo-title = تم استلام طلب التراجع
pending-undo = الطلب قيد التنفيذ. يمكنك إغلاق هذه الصفحة، ويستمر التنفيذ تلقائيًا.
pending-custom = الإعداد جارٍ لدى { $brand }. يمكنك إغلاق هذه الصفحة، ويستمر التنفيذ تلقائيًا.
failed-custom = تعذّر الإعداد لدى { $brand }. لم يتغير شيء، ويمكنك الاختيار من جديد.

## Opened another page instead of deciding
redirected-title = الصفحة مفتوحة
redirected-to = فتحنا { $address }. لم يتغير اشتراكك.
redirected-elsewhere = فتحنا صفحة أخرى. لم يتغير اشتراكك.
redirected-return = العودة إلى الإلغاء

## Undo
undo-title = ينتهي اشتراكك في { $date }
undo-explained = الاشتراك مُلغى بالفعل. حتى ذلك الحين يمكنك التراجع عن الإلغاء أو ترك الأمر كما هو.
undone-title = اشتراكك مستمر
undone = تم التراجع عن الإلغاء.
failed-undo = رفض مزوّد الدفع التغيير، لذا يبقى الإلغاء ساريًا. يمكنك إعادة المحاولة أو التواصل مع فريق الدعم مع ذكر الرقم المرجعي أدناه.

## Survey after the cancellation
after-survey-title = لماذا ألغيت الاشتراك؟
after-survey-explained = اشتراكك مُلغى سواء أجبت أم لا.
send-answer = إرسال
thank-you = شكرًا لك
answer-recorded = تم تسجيل إجابتك.

## Messages
expired-title = انتهت صلاحية هذه الصفحة
expired = يُرجى العودة إلى حسابك والضغط على زر الإلغاء مجددًا. تُفتح صفحة جديدة.
unknown-title = لا يمكن فتح هذه الصفحة
unknown = الرابط غير صالح. يُرجى العودة إلى حسابك والضغط على زر الإلغاء مجددًا.
billing-down-title = لا يمكن عرض خطتك حاليًا
billing-down = لا يستجيب مزوّد الدفع. يمكنك الإلغاء مع ذلك: يُسجَّل طلبك مع وقته ويُنفَّذ في أقرب وقت ممكن.
error-title = حدث خطأ من جانبنا
error = يُرجى إعادة المحاولة أو الإلغاء الآن.
error-without-session = يُرجى العودة إلى حسابك والضغط على زر الإلغاء مجددًا.
shell-title = يُرجى فتح هذه الصفحة من حسابك
shell = يُرجى العودة إلى حسابك والضغط على زر الإلغاء هناك.
nothing-to-cancel-title = لا يوجد ما يمكن إلغاؤه
nothing-to-cancel = لا يوجد اشتراك سارٍ هنا. إذا استمر تحصيل مبالغ منك، فيُرجى العودة إلى حسابك وفتح هذه الصفحة مجددًا.
how-to-cancel = إذا لم ينجح ذلك، فيُرجى الكتابة إلى الشركة التي تصدر فواتيرك. تكفي رسالة تفيد بالإلغاء وتتضمن عنوان البريد الإلكتروني لحسابك.
how-to-cancel-at = إذا لم ينجح ذلك، فيُرجى الكتابة إلى { $contact }. تكفي رسالة تفيد بالإلغاء وتتضمن عنوان البريد الإلكتروني لحسابك.
