### The words of the retention view in Swedish. The customer is addressed as "du"; subscription and plan are both "abonnemang".

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Problem: { $title }
date-and-time = { $date } kl. { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Säg upp nu
cancel-subscription = Säg upp abonnemanget
continue-to-cancel = Gå vidare till uppsägning
show-another-option = Visa ett annat alternativ
keep-with-offer = Behåll abonnemanget med erbjudandet
keep-with-pause = Pausa abonnemanget
keep-plan = Behåll abonnemanget
keep-subscription = Behåll abonnemanget
undo-cancellation = Ångra uppsägningen
close = Stäng
back-to = Tillbaka till { $brand }
check-again = Kontrollera igen
try-again = Försök igen
download-receipt = Ladda ner bekräftelsen
optional = (valfritt)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } per dag
        [2] { $amount } varannan dag
       *[other] { $amount } per { $count } dagar
    }
price-by-week =
    { $count ->
        [1] { $amount } per vecka
        [2] { $amount } varannan vecka
       *[other] { $amount } per { $count } veckor
    }
price-by-month =
    { $count ->
        [1] { $amount } per månad
        [2] { $amount } varannan månad
        [3] { $amount } var tredje månad
       *[other] { $amount } per { $count } månader
    }
price-by-year =
    { $count ->
        [1] { $amount } per år
        [2] { $amount } vartannat år
       *[other] { $amount } per { $count } år
    }
renews = { $price }, förnyas tills du säger upp
renews-only = Förnyas tills du säger upp

## Where a subscription stands
paid-until = Betalt till den { $date }
trial-until = Provperiod till den { $date }
payment-overdue = En betalning är försenad
paused-until = Pausat till den { $date }
paused-without-end = Pausat
already-ends-on = Uppsagt, upphör den { $date }

## What the finishing control does
cancel-effect-on = Om du säger upp nu upphör ditt abonnemang den { $date }.
cancel-effect-at-once = Om du säger upp nu upphör ditt abonnemang i dag.
cancel-effect-refund = Om du säger upp nu upphör ditt abonnemang i dag och { $amount } återbetalas för den outnyttjade tiden.

## Which subscription
choose-title = Vilket abonnemang?
choose-legend = Du har flera. Välj det du vill säga upp.
choose-error = Välj först ett abonnemang.

## Reason
reason-title = Säg upp ditt abonnemang
reason-legend = Varför säger du upp abonnemanget?
reason-error = Välj en orsak för att gå vidare, eller säg upp nu utan att ange någon.
comment-label = Vill du tillägga något?
comment-too-long =
    { $count ->
        [one] Korta texten till högst { $count } tecken.
       *[other] Korta texten till högst { $count } tecken.
    }
reason-too-expensive = Det är för dyrt
reason-unused = Jag använder det för lite
reason-missing-features = Jag saknar funktioner som jag behöver
reason-switched-service = Jag byter till en annan tjänst
reason-too-complex = Det är för svårt att använda
reason-low-quality = Kvaliteten är inte vad jag väntade mig
reason-customer-service = Kundtjänsten är inte vad jag väntade mig
reason-other = Något annat
follow-up-label = Kan du berätta lite mer?
follow-up-feature = Vilken funktion saknar du?
follow-up-service = Vilken tjänst byter du till?
follow-up-price = Vilket pris skulle passa dig?

## Offers, around all kinds
offer-label = Erbjudande
tip-label = Tips
with-this-offer = Med erbjudandet
starts = Börjar
next-invoice-on = Nästa faktura, { $date }
ends = Upphör
after-that = Därefter
price-now = Nu
price-later = Från den { $date }
offer-footnote = Du kan fortfarande säga upp när som helst.
offer-gone = Erbjudandet gäller inte längre för ditt abonnemang. Inget har ändrats.
not-carried-out = Betaltjänsten nekade den senaste ändringen. Inget har ändrats; du kan välja igen.
other-subscription = Den här sidan gäller ett annat abonnemang. Inget har ändrats.
offers-title = Välj ett alternativ eller säg upp nu
offers-legend = Dina alternativ
offers-error = Välj först ett alternativ eller säg upp nu.
choose-this-offer = Välj
accept-offer = Anta erbjudandet

## Discount
discount-once = { $reduction } rabatt på nästa faktura
discount-months =
    { $count ->
        [one] { $reduction } rabatt i { $count } månad
       *[other] { $reduction } rabatt i { $count } månader
    }
discount-forever = { $reduction } rabatt så länge abonnemanget löper
discount-ends = Rabatten upphör
discount-without-end = Rabatten har inget slutdatum
discount-replaces = Den ersätter rabatten du har nu.
keep-with-discount = Behåll abonnemanget till det här priset

## Pause
pause-title = Pausa ditt abonnemang
pause-legend = Hur länge?
pause-months =
    { $count ->
        [one] { $count } månad
       *[other] { $count } månader
    }
pause-error = Välj hur länge du vill pausa.
resumes = Återupptas
resumes-on = Återupptas den { $date }
pause-effect = Inga fakturor under pausen. Ditt abonnemang återupptas av sig självt det datum du väljer.
after-the-pause = Efter pausen
fair-pause-effect = Den betalda tiden står stilla under pausen och fortsätter efter den. Förnyelsen flyttas fram lika länge.
renewal = Förnyelse
renewal-moves = Flyttas från den { $old } till den { $new }
nothing-to-pay-until = Inget att betala till den { $date }

## Another plan
plan-change-title = Byt till { $plan }
plan-change-legend = Vilket abonnemang?
plan-change-error = Välj först ett abonnemang.
plan-change-now = Ditt abonnemang ändras i dag.
plan-change-at-renewal = Ditt abonnemang ändras vid förnyelsen den { $date }. Fram till dess är det oförändrat.
current-plan = Ditt abonnemang nu
new-plan = Nytt abonnemang
price-of-plan = { $plan }, { $price }
charged-today = Debiteras i dag: { $amount }
credited = Tillgodoräknas: { $amount }
nothing-charged-today = Inget debiteras i dag.
keep-with-plan-change = Byt till { $plan }
keep-with-yearly = Byt till årsbetalning
keep-with-monthly = Byt till månadsbetalning

## Seats
seats-title =
    { $count ->
        [one] Minska till { $count } licens
       *[other] Minska till { $count } licenser
    }
seats-effect =
    { $to ->
        [one] Från { $from } till { $to } licens vid förnyelsen den { $date }. Fram till dess ändras inget.
       *[other] Från { $from } till { $to } licenser vid förnyelsen den { $date }. Fram till dess ändras inget.
    }
seats-count =
    { $count ->
        [one] { $count } licens
       *[other] { $count } licenser
    }
seats = Licenser
keep-with-seats =
    { $count ->
        [one] Behåll { $count } licens
       *[other] Behåll { $count } licenser
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } månad utan kostnad
       *[other] { $count } månader utan kostnad
    }
free-months-effect = Abonnemanget ändras inte. Inget att betala till den { $date }.
keep-with-free-time = Behåll abonnemanget med den kostnadsfria tiden

## A longer trial
trial-title =
    { $count ->
        [one] { $count } extra provdag
       *[other] { $count } extra provdagar
    }
trial-effect = Din provperiod fortsätter till den { $date }. Inget debiteras före dess.
keep-with-trial = Förläng provperioden

## Credit
credit-title = { $amount } till godo
credit-effect = { $amount } dras av från dina nästa fakturor.
credit-effect-next = { $amount } dras av från din nästa faktura.
keep-with-credit = Behåll abonnemanget med tillgodobeloppet
refund-title = { $amount } tillbaka
refund-effect = { $amount } av fakturan från den { $date } återbetalas på samma sätt som du betalade.
keep-with-refund = Behåll abonnemanget med återbetalningen
refunded = Återbetalt: { $amount }

## Talk to us
contact-title = Prata med oss
contact-effect = Ditt abonnemang ändras inte. Du kan komma tillbaka till den här sidan och säga upp.
contact-book = Boka ett samtal
contact-write = Skriv till oss
contact-open = Öppna
contact-call = Ring oss

## Content
play-video = Spela upp video
image-of = Bild: { $caption }
video-of = Video: { $caption }
video-length = Längd { $time }
read-more = Läs mer
tip-setup = Hjälp med att komma i gång
tip-setup-1 = Berätta för kundtjänsten vad du vill få gjort. De kan gå igenom ditt konto med dig och ställa in det.
tip-setup-2 = Det kostar inget, och ditt abonnemang ändras inte.
tip-roadmap = Fråga om funktionen du saknar
tip-roadmap-1 = Vissa funktioner heter något annat eller är snart klara. Kundtjänsten kan svara på det och för vidare vad som saknas.
tip-roadmap-2 = Ditt abonnemang ändras inte.
tip-support = Prata med en människa
tip-support-1 = Berätta för kundtjänsten vad som inte fungerade. En människa läser och svarar.
tip-support-2 = Ditt abonnemang ändras inte.

## Confirm
confirm-title = Säga upp det här abonnemanget?
what-ends = Vad som upphör
when = När
until-then = Fram till dess
today = I dag, { $date }
usable-until = Du kan använda det som förut. Det förnyas inte.
not-usable = Det upphör så snart du säger upp.
refund-on-cancel = { $amount } återbetalas för den outnyttjade tiden.
no-refund-on-cancel = Den outnyttjade tiden återbetalas inte.
end-legend = När ska det upphöra?
end-at-period = Den { $date }, när den betalda tiden är slut
end-at-once = I dag
end-at-once-refund = I dag, med en återbetalning på { $amount }
end-error = Välj när det ska upphöra.

## Receipt
receipt-title = Ditt abonnemang är uppsagt
receipt-document-title = Bekräftelse på uppsägning
receipt-ends-on = Du kan använda det till den { $date }. Det förnyas inte.
receipt-ended = Det upphörde den { $date }.
receipt-ends-today = Ditt abonnemang upphör i dag.
reference = Referens
canceled-at = Uppsagt
received-at = Mottaget
plan = Abonnemang
undo-until = Du kan ångra uppsägningen till den { $date }.
receipt-mailed = En kopia skickas till { $email }.

## Kept
kept-title = Ditt abonnemang fortsätter
paused-title = Din paus är inlagd
changed-title = Ditt abonnemang är ändrat
trial-extended-title = Din provperiod är förlängd
kept-unchanged = Inget har ändrats.
applied = Genomfört
next-invoice = Nästa faktura
amount-on = { $amount } den { $date }
you-pay-on = Du betalar { $amount } den { $date }.
nothing-to-pay = Det finns ingen faktura att betala.
applied-plan = { $plan } från den { $date }
applied-plan-now = { $plan } från i dag
applied-seats =
    { $count ->
        [one] { $count } licens från den { $date }
       *[other] { $count } licenser från den { $date }
    }
applied-trial = Provperiod till den { $date }
applied-credit = { $amount } till godo
applied-refund = { $amount } återbetalt
applied-custom = Det du valde är klart.

## Pending
pending-cancel-title = Din uppsägning är mottagen
pending-cancel = Den genomförs nu. Du kan stänga den här sidan; uppsägningen gäller. Det är tiden nedan som räknas.
pending-offer-title = Ditt val är mottaget
pending-offer = Ditt abonnemang uppdateras. Du kan stänga den här sidan; det fortsätter av sig självt.
pending-undo-title = Din begäran om att ångra uppsägningen är mottagen
pending-undo = Den genomförs nu. Du kan stänga den här sidan; det fortsätter av sig självt.
pending-custom = { $brand } ordnar det. Du kan stänga den här sidan; det fortsätter av sig självt.
failed-custom = { $brand } kunde inte ordna detta. Inget har ändrats; du kan välja igen.

## Opened another page instead of deciding
redirected-title = Sidan har öppnats
redirected-to = Vi har öppnat { $address }. Ditt abonnemang har inte ändrats.
redirected-elsewhere = Vi har öppnat en annan sida. Ditt abonnemang har inte ändrats.
redirected-return = Tillbaka till uppsägningen

## Undo
undo-title = Ditt abonnemang upphör den { $date }
undo-explained = Det är redan uppsagt. Fram till dess kan du ångra uppsägningen eller låta den stå kvar.
undone-title = Ditt abonnemang fortsätter
undone = Uppsägningen är ångrad.
failed-undo = Betaltjänsten nekade ändringen, så din uppsägning gäller fortfarande. Försök igen eller kontakta kundtjänsten och ange referensen nedan.

## Survey after the cancellation
after-survey-title = Varför sa du upp abonnemanget?
after-survey-explained = Ditt abonnemang är uppsagt vare sig du svarar eller inte.
send-answer = Skicka
thank-you = Tack
answer-recorded = Ditt svar är sparat.

## Messages
expired-title = Den här sidan har gått ut
expired = Gå tillbaka till ditt konto och tryck på uppsägningsknappen igen. Då öppnas en ny sida.
unknown-title = Den här sidan kan inte öppnas
unknown = Länken är inte giltig. Gå tillbaka till ditt konto och tryck på uppsägningsknappen igen.
billing-down-title = Ditt abonnemang kan inte visas just nu
billing-down = Betaltjänsten svarar inte. Du kan säga upp ändå: din begäran registreras med tidpunkt och genomförs så snart det går.
error-title = Något gick fel hos oss
error = Försök igen eller säg upp nu.
error-without-session = Gå tillbaka till ditt konto och tryck på uppsägningsknappen igen.
shell-title = Öppna den här sidan från ditt konto
shell = Gå tillbaka till ditt konto och tryck på uppsägningsknappen där.
nothing-to-cancel-title = Inget att säga upp
nothing-to-cancel = Det finns inget löpande abonnemang här. Om du fortfarande ser debiteringar går du tillbaka till ditt konto och öppnar den här sidan igen.
how-to-cancel = Om det inte fungerar kan du skriva till företaget som fakturerar dig. Det räcker med ett meddelande om att du säger upp, med kontots e-postadress.
how-to-cancel-at = Om det inte fungerar kan du skriva till { $contact }. Det räcker med ett meddelande om att du säger upp, med kontots e-postadress.
