### The words of the retention view in Hebrew. Buttons are nouns and requests use "יש" or "אפשר", so that they fit women and men.

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = בעיה: { $title }
date-and-time = { $date }, { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = ביטול המינוי עכשיו
cancel-subscription = ביטול המינוי
continue-to-cancel = מעבר לביטול
show-another-option = הצגת אפשרות אחרת
keep-with-offer = השארת המסלול שלי עם ההצעה הזו
keep-with-pause = השהיית המסלול שלי
keep-plan = השארת המסלול שלי
keep-subscription = השארת המינוי שלי
undo-cancellation = הסרת הביטול
close = סגירה
back-to = חזרה אל { $brand }
check-again = בדיקה חוזרת
try-again = ניסיון חוזר
download-receipt = הורדת אישור הביטול
optional = (לא חובה)

## A price and its rhythm
price-by-day =
    { $count ->
        [one] { $amount } ליום
        [two] { $amount } כל יומיים
       *[other] { $amount } כל { $count } ימים
    }
price-by-week =
    { $count ->
        [one] { $amount } לשבוע
        [two] { $amount } כל שבועיים
       *[other] { $amount } כל { $count } שבועות
    }
price-by-month =
    { $count ->
        [one] { $amount } לחודש
        [two] { $amount } כל חודשיים
       *[other] { $amount } כל { $count } חודשים
    }
price-by-year =
    { $count ->
        [one] { $amount } לשנה
        [two] { $amount } כל שנתיים
       *[other] { $amount } כל { $count } שנים
    }
renews = { $price }, מתחדש עד לביטול
renews-only = מתחדש עד לביטול

## Where a subscription stands
paid-until = שולם עד { $date }
trial-until = תקופת ניסיון עד { $date }
payment-overdue = יש תשלום שמועדו עבר
paused-until = מושהה עד { $date }
paused-without-end = מושהה
already-ends-on = בוטל, מסתיים ב-{ $date }

## What the finishing control does
cancel-effect-on = אם המינוי יבוטל עכשיו, המסלול שלך יסתיים ב-{ $date }.
cancel-effect-at-once = אם המינוי יבוטל עכשיו, המסלול שלך יסתיים היום.
cancel-effect-refund = אם המינוי יבוטל עכשיו, המסלול שלך יסתיים היום ויינתן החזר של { $amount } על התקופה שלא נוצלה.

## Which subscription
choose-title = איזה מינוי?
choose-legend = יש לך כמה מינויים. יש לבחור את המינוי לביטול.
choose-error = יש לבחור תחילה מינוי.

## Reason
reason-title = ביטול המינוי שלך
reason-legend = מה הסיבה לביטול?
reason-error = יש לבחור סיבה כדי להמשיך, או לבטל עכשיו בלי סיבה.
comment-label = יש לך משהו להוסיף?
comment-too-long =
    { $count ->
        [one] יש לקצר את הטקסט לתו אחד.
        [two] יש לקצר את הטקסט לשני תווים.
       *[other] יש לקצר את הטקסט ל-{ $count } תווים.
    }
reason-too-expensive = זה יקר מדי
reason-unused = אין לי מספיק שימוש בזה
reason-missing-features = חסרות תכונות שנחוצות לי
reason-switched-service = מעבר לשירות אחר
reason-too-complex = השימוש מסובך מדי
reason-low-quality = האיכות אינה כפי שציפיתי
reason-customer-service = שירות הלקוחות אינו כפי שציפיתי
reason-other = סיבה אחרת
follow-up-label = אפשר לפרט קצת יותר?
follow-up-feature = איזו תכונה חסרה?
follow-up-service = לאיזה שירות המעבר?
follow-up-price = איזה מחיר מתאים לך?

## Offers, around all kinds
offer-label = הצעה
tip-label = טיפ
with-this-offer = עם ההצעה הזו
starts = התחלה
next-invoice-on = החשבונית הבאה, { $date }
ends = סיום
after-that = לאחר מכן
price-now = עכשיו
price-later = החל מ-{ $date }
offer-footnote = גם אחר כך אפשר לבטל בכל עת.
offer-gone = ההצעה הזו כבר לא זמינה במסלול שלך. שום דבר לא השתנה.
not-carried-out = ספק התשלומים דחה את השינוי האחרון. שום דבר לא השתנה, ואפשר לבחור שוב.
other-subscription = הדף הזה שייך למינוי אחר. שום דבר לא השתנה.
offers-title = אפשר לבחור אחת מהאפשרויות או לבטל עכשיו
offers-legend = האפשרויות שלך
offers-error = יש לבחור תחילה אפשרות, או לבטל עכשיו.
choose-this-offer = בחירה
accept-offer = קבלת ההצעה

## Discount
discount-once = הנחה של { $reduction } על החשבונית הבאה
discount-months =
    { $count ->
        [one] הנחה של { $reduction } לחודש אחד
        [two] הנחה של { $reduction } לחודשיים
       *[other] הנחה של { $reduction } ל-{ $count } חודשים
    }
discount-forever = הנחה של { $reduction } כל עוד המינוי פעיל
discount-ends = סיום ההנחה
discount-without-end = ללא תאריך סיום
discount-replaces = היא מחליפה את ההנחה הנוכחית שלך.
keep-with-discount = השארת המסלול שלי במחיר הזה

## Pause
pause-title = השהיית המסלול שלך
pause-legend = לכמה זמן?
pause-months =
    { $count ->
        [one] חודש אחד
        [two] חודשיים
       *[other] { $count } חודשים
    }
pause-error = יש לבחור את משך ההשהיה.
resumes = חזרה לפעילות
resumes-on = חוזר לפעול ב-{ $date }
pause-effect = אין חשבוניות בזמן ההשהיה. המסלול שלך חוזר לפעול מעצמו בתאריך שנבחר.
after-the-pause = אחרי ההשהיה
fair-pause-effect = התקופה ששולמה נעצרת בזמן ההשהיה וממשיכה אחריה. מועד החידוש נדחה באותו פרק זמן.
renewal = חידוש
renewal-moves = עובר מ-{ $old } ל-{ $new }
nothing-to-pay-until = אין תשלום עד { $date }

## Another plan
plan-change-title = מעבר אל { $plan }
plan-change-legend = איזה מסלול?
plan-change-error = יש לבחור תחילה מסלול.
plan-change-now = המסלול שלך משתנה היום.
plan-change-at-renewal = המסלול שלך משתנה בחידוש ב-{ $date }. עד אז הוא נשאר כפי שהוא.
current-plan = המסלול שלך עכשיו
new-plan = המסלול החדש
price-of-plan = { $plan }, { $price }
charged-today = חיוב היום: { $amount }
credited = זיכוי: { $amount }
nothing-charged-today = אין חיוב היום.
keep-with-plan-change = מעבר אל { $plan }
keep-with-yearly = מעבר לתשלום שנתי
keep-with-monthly = מעבר לתשלום חודשי

## Seats
seats-title =
    { $count ->
        [one] הפחתה לרישיון אחד
        [two] הפחתה לשני רישיונות
       *[other] הפחתה ל-{ $count } רישיונות
    }
seats-effect = מספר הרישיונות יורד מ-{ $from } ל-{ $to } בחידוש ב-{ $date }. עד אז שום דבר לא משתנה.
seats-count =
    { $count ->
        [one] רישיון אחד
        [two] שני רישיונות
       *[other] { $count } רישיונות
    }
seats = רישיונות
keep-with-seats =
    { $count ->
        [one] השארת רישיון אחד
        [two] השארת שני רישיונות
       *[other] השארת { $count } רישיונות
    }

## Free time
free-months-title =
    { $count ->
        [one] חודש אחד בחינם
        [two] חודשיים בחינם
       *[other] { $count } חודשים בחינם
    }
free-months-effect = המסלול נשאר כפי שהוא. אין תשלום עד { $date }.
keep-with-free-time = השארת המסלול שלי עם התקופה החינמית

## A longer trial
trial-title =
    { $count ->
        [one] עוד יום אחד של ניסיון
        [two] עוד יומיים של ניסיון
       *[other] עוד { $count } ימים של ניסיון
    }
trial-effect = תקופת הניסיון שלך נמשכת עד { $date }. אין חיוב לפני כן.
keep-with-trial = הארכת תקופת הניסיון שלי

## Credit
credit-title = זיכוי של { $amount }
credit-effect = סכום של { $amount } יורד מהחשבוניות הבאות שלך.
credit-effect-next = סכום של { $amount } יורד מהחשבונית הבאה שלך.
keep-with-credit = השארת המסלול שלי עם הזיכוי
refund-title = החזר של { $amount }
refund-effect = החזר של { $amount } מהחשבונית של { $date } יינתן באמצעי התשלום המקורי.
keep-with-refund = השארת המסלול שלי עם ההחזר
refunded = הוחזר: { $amount }

## Talk to us
contact-title = יצירת קשר איתנו
contact-effect = המינוי שלך לא משתנה. אפשר לחזור לדף הזה ולבטל.
contact-book = קביעת שיחה
contact-write = שליחת הודעה
contact-open = פתיחה
contact-call = חיוג אלינו

## Content
play-video = הפעלת הסרטון
image-of = תמונה: { $caption }
video-of = סרטון: { $caption }
video-length = אורך { $time }
read-more = המשך קריאה
tip-setup = עזרה בהגדרה
tip-setup-1 = אפשר לספר לתמיכה מה המטרה שלך. התמיכה יכולה לעבור איתך על החשבון ולהגדיר אותו.
tip-setup-2 = זה בחינם, והמסלול שלך נשאר כפי שהוא.
tip-roadmap = שאלה על התכונה החסרה
tip-roadmap-1 = יש תכונות ששמן אחר או שיושקו בקרוב. התמיכה יכולה לענות לך, ומעבירה הלאה מה חסר.
tip-roadmap-2 = המסלול שלך נשאר כפי שהוא.
tip-support = שיחה עם נציג אנושי
tip-support-1 = אפשר לספר לתמיכה מה לא עבד. אדם קורא את הפנייה ועונה עליה.
tip-support-2 = המסלול שלך נשאר כפי שהוא.

## Confirm
confirm-title = לבטל את המינוי הזה?
what-ends = מה מסתיים
when = מתי
until-then = עד אז
today = היום, { $date }
usable-until = אפשר להשתמש בו כרגיל. הוא לא מתחדש.
not-usable = הוא מסתיים מיד עם הביטול.
refund-on-cancel = יינתן החזר של { $amount } על התקופה שלא נוצלה.
no-refund-on-cancel = אין החזר על התקופה שלא נוצלה.
end-legend = מתי המינוי יסתיים?
end-at-period = ב-{ $date }, בסוף התקופה ששולמה
end-at-once = היום
end-at-once-refund = היום, עם החזר של { $amount }
end-error = יש לבחור מתי המינוי יסתיים.

## Receipt
receipt-title = המינוי שלך בוטל
receipt-document-title = אישור ביטול
receipt-ends-on = אפשר להשתמש בו עד { $date }. הוא לא מתחדש.
receipt-ended = הוא הסתיים ב-{ $date }.
receipt-ends-today = המסלול שלך מסתיים היום.
reference = מספר אסמכתה
canceled-at = מועד הביטול
received-at = מועד הקבלה
plan = מסלול
undo-until = אפשר להסיר את הביטול עד { $date }.
receipt-mailed = עותק נשלח אל { $email }.

## Kept
kept-title = המסלול שלך ממשיך
paused-title = ההשהיה הוגדרה
changed-title = השינוי במסלול שלך בוצע
trial-extended-title = תקופת הניסיון שלך הוארכה
kept-unchanged = שום דבר לא השתנה.
applied = השינוי שהוחל
next-invoice = החשבונית הבאה
amount-on = { $amount } ב-{ $date }
you-pay-on = התשלום שלך הוא { $amount } ב-{ $date }.
nothing-to-pay = אין חשבונית לתשלום.
applied-plan = { $plan } החל מ-{ $date }
applied-plan-now = { $plan } החל מהיום
applied-seats =
    { $count ->
        [one] רישיון אחד החל מ-{ $date }
        [two] שני רישיונות החל מ-{ $date }
       *[other] { $count } רישיונות החל מ-{ $date }
    }
applied-trial = תקופת ניסיון עד { $date }
applied-credit = זיכוי של { $amount }
applied-refund = החזר של { $amount }
applied-custom = הבחירה שלך הוגדרה.

## Pending
pending-cancel-title = בקשת הביטול שלך התקבלה
pending-cancel = הביטול מתבצע עכשיו. אפשר לסגור את הדף והביטול נשאר בתוקף. המועד הקובע מופיע למטה.
pending-offer-title = הבחירה שלך התקבלה
pending-offer = היא מוחלת על המסלול שלך. אפשר לסגור את הדף והתהליך נמשך מעצמו.
pending-undo-title = הבקשה להסרת הביטול התקבלה
pending-undo = הבקשה מתבצעת עכשיו. אפשר לסגור את הדף והתהליך נמשך מעצמו.
pending-custom = ההגדרה מתבצעת אצל { $brand }. אפשר לסגור את הדף והתהליך נמשך מעצמו.
failed-custom = ההגדרה אצל { $brand } לא הצליחה. שום דבר לא השתנה, ואפשר לבחור שוב.

## Opened another page instead of deciding
redirected-title = הדף נפתח
redirected-to = פתחנו את { $address }. המינוי שלך לא השתנה.
redirected-elsewhere = פתחנו דף אחר. המינוי שלך לא השתנה.
redirected-return = חזרה לתהליך הביטול

## Undo
undo-title = המינוי שלך מסתיים ב-{ $date }
undo-explained = הוא כבר בוטל. עד אז אפשר להסיר את הביטול או להשאיר את המצב כפי שהוא.
undone-title = המינוי שלך ממשיך
undone = הביטול הוסר.
failed-undo = ספק התשלומים דחה את השינוי, ולכן הביטול עדיין בתוקף. אפשר לנסות שוב או לפנות לתמיכה עם מספר האסמכתה שלמטה.

## Survey after the cancellation
after-survey-title = מה הייתה הסיבה לביטול?
after-survey-explained = המינוי שלך מבוטל, עם תשובה או בלעדיה.
send-answer = שליחה
thank-you = תודה
answer-recorded = התשובה שלך נשמרה.

## Messages
expired-title = תוקף הדף הזה פג
expired = יש לחזור לחשבון וללחוץ שוב על כפתור הביטול. ייפתח דף חדש.
unknown-title = אי אפשר לפתוח את הדף הזה
unknown = הקישור לא תקין. יש לחזור לחשבון וללחוץ שוב על כפתור הביטול.
billing-down-title = אי אפשר להציג כרגע את המסלול שלך
billing-down = ספק התשלומים לא עונה. אפשר לבטל בכל זאת: הבקשה שלך נרשמת עם מועד הגשתה ומבוצעת בהקדם האפשרי.
error-title = משהו השתבש אצלנו
error = אפשר לנסות שוב או לבטל עכשיו.
error-without-session = יש לחזור לחשבון וללחוץ שוב על כפתור הביטול.
shell-title = יש לפתוח את הדף הזה מהחשבון שלך
shell = יש לחזור לחשבון וללחוץ שם על כפתור הביטול.
nothing-to-cancel-title = אין מה לבטל
nothing-to-cancel = אין כאן מינוי פעיל. אם יש עדיין חיובים, אפשר לחזור לחשבון ולפתוח שוב את הדף הזה.
how-to-cancel = אם זה לא עובד, אפשר לכתוב לחברה שמחייבת אותך. מספיקה הודעה על הביטול עם כתובת האימייל של החשבון שלך.
how-to-cancel-at = אם זה לא עובד, אפשר לכתוב אל { $contact }. מספיקה הודעה על הביטול עם כתובת האימייל של החשבון שלך.
