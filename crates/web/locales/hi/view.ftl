### The words of the retention view in Hindi. The customer is addressed as "आप", in forms that fit women and men.

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = समस्या: { $title }
date-and-time = { $date }, { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = अभी रद्द करें
cancel-subscription = सदस्यता रद्द करें
continue-to-cancel = रद्द करने के लिए आगे बढ़ें
show-another-option = दूसरा विकल्प दिखाएँ
keep-with-offer = इस ऑफ़र के साथ प्लान जारी रखें
keep-with-pause = प्लान रोकें
keep-plan = प्लान जारी रखें
keep-subscription = सदस्यता जारी रखें
undo-cancellation = रद्दीकरण वापस लें
close = बंद करें
back-to = { $brand } पर वापस जाएँ
check-again = फिर से देखें
try-again = फिर से कोशिश करें
download-receipt = रद्दीकरण की रसीद डाउनलोड करें
optional = (वैकल्पिक)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } प्रति दिन
        [one] हर { $count } दिन में { $amount }
       *[other] हर { $count } दिन में { $amount }
    }
price-by-week =
    { $count ->
        [1] { $amount } प्रति सप्ताह
        [one] हर { $count } सप्ताह में { $amount }
       *[other] हर { $count } सप्ताह में { $amount }
    }
price-by-month =
    { $count ->
        [1] { $amount } प्रति माह
        [one] हर { $count } महीने में { $amount }
       *[other] हर { $count } महीने में { $amount }
    }
price-by-year =
    { $count ->
        [1] { $amount } प्रति वर्ष
        [one] हर { $count } साल में { $amount }
       *[other] हर { $count } साल में { $amount }
    }
renews = { $price }, रद्द करने तक अपने-आप रिन्यू
renews-only = रद्द करने तक अपने-आप रिन्यू

## Where a subscription stands
paid-until = { $date } तक का भुगतान हो चुका है
trial-until = { $date } तक ट्रायल
payment-overdue = एक भुगतान बकाया है
paused-until = { $date } तक रुका हुआ
paused-without-end = रुका हुआ
already-ends-on = रद्द, { $date } को समाप्त

## What the finishing control does
cancel-effect-on = अभी रद्द करने पर आपका प्लान { $date } को समाप्त होगा।
cancel-effect-at-once = अभी रद्द करने पर आपका प्लान आज समाप्त होगा।
cancel-effect-refund = अभी रद्द करने पर आपका प्लान आज समाप्त होगा और बचे हुए समय के लिए { $amount } का रिफ़ंड मिलेगा।

## Which subscription
choose-title = कौन-सी सदस्यता?
choose-legend = आपकी एक से ज़्यादा सदस्यताएँ हैं। जिसे रद्द करना है, उसे चुनें।
choose-error = पहले कोई सदस्यता चुनें।

## Reason
reason-title = अपनी सदस्यता रद्द करें
reason-legend = रद्द करने का कारण क्या है?
reason-error = आगे बढ़ने के लिए कोई कारण चुनें या बिना कारण बताए अभी रद्द करें।
comment-label = कुछ और बताना है?
comment-too-long =
    { $count ->
        [one] कृपया अपना टेक्स्ट { $count } वर्ण तक छोटा करें।
       *[other] कृपया अपना टेक्स्ट { $count } वर्णों तक छोटा करें।
    }
reason-too-expensive = यह बहुत महँगा है
reason-unused = इसका ज़्यादा इस्तेमाल नहीं हो पाता
reason-missing-features = मेरी ज़रूरत के कुछ फ़ीचर नहीं हैं
reason-switched-service = मुझे दूसरी सेवा लेनी है
reason-too-complex = इसे इस्तेमाल करना बहुत मुश्किल है
reason-low-quality = क्वालिटी मेरी उम्मीद के मुताबिक नहीं है
reason-customer-service = ग्राहक सेवा मेरी उम्मीद के मुताबिक नहीं है
reason-other = कोई और कारण
follow-up-label = इसके बारे में थोड़ा और बताएँ
follow-up-feature = कौन-सा फ़ीचर नहीं है?
follow-up-service = आपको कौन-सी सेवा लेनी है?
follow-up-price = आपके लिए कौन-सी कीमत सही रहेगी?

## Offers, around all kinds
offer-label = ऑफ़र
tip-label = सुझाव
with-this-offer = इस ऑफ़र के साथ
starts = शुरू
next-invoice-on = अगला इनवॉइस, { $date }
ends = समाप्त
after-that = इसके बाद
price-now = अभी
price-later = { $date } से
offer-footnote = इसके बाद भी कभी भी रद्द किया जा सकता है।
offer-gone = यह ऑफ़र अब आपके प्लान के लिए उपलब्ध नहीं है। कुछ नहीं बदला है।
not-carried-out = पेमेंट सेवा ने पिछला बदलाव स्वीकार नहीं किया। कुछ नहीं बदला है; फिर से चुना जा सकता है।
other-subscription = यह पेज किसी दूसरी सदस्यता का है। कुछ नहीं बदला है।
offers-title = इनमें से कोई विकल्प चुनें या अभी रद्द करें
offers-legend = आपके विकल्प
offers-error = पहले कोई विकल्प चुनें या अभी रद्द करें।
choose-this-offer = इसे चुनें
accept-offer = यह ऑफ़र लें

## Discount
discount-once = अगले इनवॉइस पर { $reduction } की छूट
discount-months =
    { $count ->
        [one] { $count } महीने तक { $reduction } की छूट
       *[other] { $count } महीनों तक { $reduction } की छूट
    }
discount-forever = सदस्यता जारी रहने तक { $reduction } की छूट
discount-ends = छूट समाप्त
discount-without-end = कोई अंतिम तारीख नहीं
discount-replaces = यह आपकी मौजूदा छूट की जगह लेती है।
keep-with-discount = इस कीमत पर प्लान जारी रखें

## Pause
pause-title = अपना प्लान रोकें
pause-legend = कितने समय के लिए?
pause-months =
    { $count ->
        [one] { $count } महीना
       *[other] { $count } महीने
    }
pause-error = चुनें कि प्लान कितने समय के लिए रोकना है।
resumes = फिर से शुरू
resumes-on = { $date } को फिर से शुरू होगा
pause-effect = प्लान रुका होने पर कोई इनवॉइस नहीं आता। आपका प्लान चुनी गई तारीख को अपने-आप फिर से शुरू हो जाता है।
after-the-pause = फिर से शुरू होने के बाद
fair-pause-effect = प्लान रुका होने पर आपका भुगतान किया हुआ समय भी रुका रहता है और बाद में वहीं से आगे चलता है। रिन्यूअल की तारीख उतने ही समय आगे बढ़ जाती है।
renewal = रिन्यूअल
renewal-moves = { $old } की जगह { $new }
nothing-to-pay-until = { $date } तक कोई भुगतान नहीं

## Another plan
plan-change-title = { $plan } पर स्विच करें
plan-change-legend = कौन-सा प्लान?
plan-change-error = पहले कोई प्लान चुनें।
plan-change-now = आपका प्लान आज बदल जाएगा।
plan-change-at-renewal = आपका प्लान { $date } को रिन्यूअल के समय बदलेगा। तब तक वह वैसा ही रहेगा।
current-plan = आपका मौजूदा प्लान
new-plan = नया प्लान
price-of-plan = { $plan }, { $price }
charged-today = आज का शुल्क: { $amount }
credited = क्रेडिट: { $amount }
nothing-charged-today = आज कोई शुल्क नहीं लिया जाएगा।
keep-with-plan-change = { $plan } पर स्विच करें
keep-with-yearly = सालाना भुगतान पर स्विच करें
keep-with-monthly = मासिक भुगतान पर स्विच करें

## Seats
seats-title =
    { $count ->
        [one] घटाकर { $count } सीट करें
       *[other] घटाकर { $count } सीटें करें
    }
seats-effect = { $date } को रिन्यूअल के समय सीटों की संख्या { $from } से घटकर { $to } हो जाएगी। तब तक कुछ नहीं बदलेगा।
seats-count =
    { $count ->
        [one] { $count } सीट
       *[other] { $count } सीटें
    }
seats = सीटें
keep-with-seats =
    { $count ->
        [one] { $count } सीट रखें
       *[other] { $count } सीटें रखें
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } महीना मुफ़्त
       *[other] { $count } महीने मुफ़्त
    }
free-months-effect = प्लान वैसा ही रहेगा। { $date } तक कोई भुगतान नहीं करना है।
keep-with-free-time = मुफ़्त समय के साथ प्लान जारी रखें

## A longer trial
trial-title =
    { $count ->
        [one] ट्रायल का { $count } और दिन
       *[other] ट्रायल के { $count } और दिन
    }
trial-effect = आपका ट्रायल { $date } तक चलेगा। उससे पहले कोई शुल्क नहीं लिया जाएगा।
keep-with-trial = ट्रायल बढ़ाएँ

## Credit
credit-title = { $amount } का क्रेडिट
credit-effect = आपके अगले इनवॉइस में से कुल { $amount } घटाए जाएँगे।
credit-effect-next = आपके अगले इनवॉइस में से { $amount } घटाए जाएँगे।
keep-with-credit = क्रेडिट के साथ प्लान जारी रखें
refund-title = { $amount } का रिफ़ंड
refund-effect = { $date } के इनवॉइस में से { $amount } का रिफ़ंड उसी तरीके से मिलेगा जिससे भुगतान किया गया था।
keep-with-refund = रिफ़ंड के साथ प्लान जारी रखें
refunded = रिफ़ंड: { $amount }

## Talk to us
contact-title = हमसे बात करें
contact-effect = आपकी सदस्यता नहीं बदलेगी। इस पेज पर वापस आकर सदस्यता रद्द की जा सकती है।
contact-book = कॉल का समय चुनें
contact-write = हमें लिखें
contact-open = खोलें
contact-call = हमें कॉल करें

## Content
play-video = वीडियो चलाएँ
image-of = चित्र: { $caption }
video-of = वीडियो: { $caption }
video-length = अवधि { $time }
read-more = और पढ़ें
tip-setup = सेट-अप में मदद
tip-setup-1 = सहायता टीम को बताएँ कि आपको क्या काम करना है। वह आपके साथ आपका खाता देखकर उसे सेट-अप कर सकती है।
tip-setup-2 = यह मुफ़्त है और आपका प्लान वैसा ही रहता है।
tip-roadmap = जो फ़ीचर नहीं है, उसके बारे में पूछें
tip-roadmap-1 = कुछ फ़ीचर किसी और नाम से मौजूद हैं या जल्द आने वाले हैं। सहायता टीम आपको बता सकती है और आपकी ज़रूरत आगे पहुँचाती है।
tip-roadmap-2 = आपका प्लान वैसा ही रहता है।
tip-support = किसी व्यक्ति से बात करें
tip-support-1 = सहायता टीम को बताएँ कि क्या ठीक नहीं रहा। आपका संदेश एक व्यक्ति पढ़ता है और जवाब देता है।
tip-support-2 = आपका प्लान वैसा ही रहता है।

## Confirm
confirm-title = यह सदस्यता रद्द करनी है?
what-ends = क्या समाप्त होगा
when = कब
until-then = तब तक
today = आज, { $date }
usable-until = इसे पहले की तरह इस्तेमाल किया जा सकता है। यह रिन्यू नहीं होगी।
not-usable = रद्द करते ही यह समाप्त हो जाएगी।
refund-on-cancel = बचे हुए समय के लिए { $amount } का रिफ़ंड मिलेगा।
no-refund-on-cancel = बचे हुए समय के लिए रिफ़ंड नहीं मिलता।
end-legend = इसे कब समाप्त करना है?
end-at-period = { $date } को, भुगतान किए हुए समय के अंत में
end-at-once = आज
end-at-once-refund = आज, { $amount } के रिफ़ंड के साथ
end-error = चुनें कि इसे कब समाप्त करना है।

## Receipt
receipt-title = आपकी सदस्यता रद्द हो गई है
receipt-document-title = रद्दीकरण की रसीद
receipt-ends-on = इसे { $date } तक इस्तेमाल किया जा सकता है। यह रिन्यू नहीं होगी।
receipt-ended = यह { $date } को समाप्त हुई।
receipt-ends-today = आपका प्लान आज समाप्त हो रहा है।
reference = संदर्भ संख्या
canceled-at = रद्द होने का समय
received-at = अनुरोध मिलने का समय
plan = प्लान
undo-until = रद्दीकरण { $date } तक वापस लिया जा सकता है।
receipt-mailed = एक कॉपी { $email } पर भेजी जाएगी।

## Kept
kept-title = आपका प्लान जारी है
paused-title = प्लान रोकने की सेटिंग हो गई है
changed-title = आपका प्लान बदल गया है
trial-extended-title = आपका ट्रायल बढ़ गया है
kept-unchanged = कुछ नहीं बदला है।
applied = लागू हुआ
next-invoice = अगला इनवॉइस
amount-on = { $date } को { $amount }
you-pay-on = { $date } को आपका भुगतान { $amount } होगा।
nothing-to-pay = भुगतान के लिए कोई इनवॉइस नहीं है।
applied-plan = { $date } से { $plan }
applied-plan-now = आज से { $plan }
applied-seats =
    { $count ->
        [one] { $date } से { $count } सीट
       *[other] { $date } से { $count } सीटें
    }
applied-trial = { $date } तक ट्रायल
applied-credit = { $amount } का क्रेडिट
applied-refund = { $amount } का रिफ़ंड
applied-custom = आपका चुना हुआ विकल्प सेट-अप हो गया है।

## Pending
pending-cancel-title = रद्दीकरण का अनुरोध मिल गया है
pending-cancel = इस पर काम हो रहा है। यह पेज बंद किया जा सकता है; रद्दीकरण मान्य रहेगा। नीचे दिया गया समय ही माना जाएगा।
pending-offer-title = आपका चुनाव मिल गया है
pending-offer = इसे आपके प्लान पर लागू किया जा रहा है। यह पेज बंद किया जा सकता है; काम अपने-आप चलता रहेगा।
pending-undo-title = रद्दीकरण वापस लेने का अनुरोध मिल गया है
pending-undo = इस पर काम हो रहा है। यह पेज बंद किया जा सकता है; काम अपने-आप चलता रहेगा।
pending-custom = { $brand } की ओर से इसे सेट-अप किया जा रहा है। यह पेज बंद किया जा सकता है; काम अपने-आप चलता रहेगा।
failed-custom = { $brand } की ओर से यह सेट-अप नहीं हो सका। कुछ नहीं बदला है; फिर से चुना जा सकता है।

## Opened another page instead of deciding
redirected-title = पेज खुल गया है
redirected-to = हमने { $address } खोला है। आपकी सदस्यता नहीं बदली है।
redirected-elsewhere = हमने एक दूसरा पेज खोला है। आपकी सदस्यता नहीं बदली है।
redirected-return = रद्द करने के पेज पर लौटें

## Undo
undo-title = आपकी सदस्यता { $date } को समाप्त होगी
undo-explained = यह पहले ही रद्द हो चुकी है। तब तक रद्दीकरण वापस लिया जा सकता है या इसे ऐसे ही रहने दिया जा सकता है।
undone-title = आपकी सदस्यता जारी है
undone = रद्दीकरण वापस ले लिया गया है।
failed-undo = पेमेंट सेवा ने बदलाव स्वीकार नहीं किया, इसलिए सदस्यता अब भी रद्द है। फिर से कोशिश करें या नीचे दी गई संदर्भ संख्या के साथ सहायता टीम से संपर्क करें।

## Survey after the cancellation
after-survey-title = आपने सदस्यता क्यों रद्द की?
after-survey-explained = आप जवाब दें या न दें, आपकी सदस्यता रद्द हो चुकी है।
send-answer = भेजें
thank-you = धन्यवाद
answer-recorded = आपका जवाब दर्ज हो गया है।

## Messages
expired-title = इस पेज की समय-सीमा समाप्त हो गई है
expired = अपने खाते पर वापस जाएँ और रद्द करने का बटन फिर से दबाएँ। एक नया पेज खुलेगा।
unknown-title = यह पेज नहीं खुल सकता
unknown = लिंक मान्य नहीं है। अपने खाते पर वापस जाएँ और रद्द करने का बटन फिर से दबाएँ।
billing-down-title = अभी आपका प्लान नहीं दिखाया जा सकता
billing-down = पेमेंट सेवा से जवाब नहीं मिल रहा है। फिर भी सदस्यता रद्द की जा सकती है: आपका अनुरोध समय के साथ दर्ज होगा और जल्द से जल्द पूरा किया जाएगा।
error-title = हमारी ओर से कोई गड़बड़ी हुई है
error = फिर से कोशिश करें या अभी रद्द करें।
error-without-session = अपने खाते पर वापस जाएँ और रद्द करने का बटन फिर से दबाएँ।
shell-title = यह पेज अपने खाते से खोलें
shell = अपने खाते पर वापस जाएँ और वहाँ रद्द करने का बटन दबाएँ।
nothing-to-cancel-title = रद्द करने के लिए कुछ नहीं है
nothing-to-cancel = यहाँ कोई चालू सदस्यता नहीं है। अगर अब भी पैसे कट रहे हैं, तो अपने खाते पर वापस जाएँ और यह पेज फिर से खोलें।
how-to-cancel = अगर इससे काम न बने, तो आपको बिल भेजने वाली कंपनी को लिखें। एक संदेश काफ़ी है जिसमें लिखा हो कि सदस्यता रद्द करनी है, और साथ में आपके खाते का ईमेल पता हो।
how-to-cancel-at = अगर इससे काम न बने, तो { $contact } पर लिखें। एक संदेश काफ़ी है जिसमें लिखा हो कि सदस्यता रद्द करनी है, और साथ में आपके खाते का ईमेल पता हो।
