### The words of the retention view in Norwegian (Bokmål). The customer is addressed as "du"; subscription and plan are both "abonnement".

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Problem: { $title }
date-and-time = { $date } kl. { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Si opp nå
cancel-subscription = Si opp abonnementet
continue-to-cancel = Gå videre til oppsigelse
show-another-option = Vis et annet alternativ
keep-with-offer = Behold abonnementet med tilbudet
keep-with-pause = Sett abonnementet på pause
keep-plan = Behold abonnementet
keep-subscription = Behold abonnementet
undo-cancellation = Angre oppsigelsen
close = Lukk
back-to = Tilbake til { $brand }
check-again = Sjekk igjen
try-again = Prøv igjen
download-receipt = Last ned bekreftelsen
optional = (valgfritt)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } per dag
       *[other] { $amount } hver { $count }. dag
    }
price-by-week =
    { $count ->
        [1] { $amount } per uke
       *[other] { $amount } hver { $count }. uke
    }
price-by-month =
    { $count ->
        [1] { $amount } per måned
       *[other] { $amount } hver { $count }. måned
    }
price-by-year =
    { $count ->
        [1] { $amount } per år
       *[other] { $amount } hvert { $count }. år
    }
renews = { $price }, fornyes til du sier opp
renews-only = Fornyes til du sier opp

## Where a subscription stands
paid-until = Betalt til { $date }
trial-until = Prøveperiode til { $date }
payment-overdue = En betaling er forfalt
paused-until = På pause til { $date }
paused-without-end = På pause
already-ends-on = Sagt opp, avsluttes { $date }

## What the finishing control does
cancel-effect-on = Hvis du sier opp nå, avsluttes abonnementet { $date }.
cancel-effect-at-once = Hvis du sier opp nå, avsluttes abonnementet i dag.
cancel-effect-refund = Hvis du sier opp nå, avsluttes abonnementet i dag, og { $amount } refunderes for den ubrukte tiden.

## Which subscription
choose-title = Hvilket abonnement?
choose-legend = Du har flere. Velg det du vil si opp.
choose-error = Velg først et abonnement.

## Reason
reason-title = Si opp abonnementet ditt
reason-legend = Hvorfor sier du opp abonnementet?
reason-error = Velg en årsak for å gå videre, eller si opp nå uten å oppgi noen.
comment-label = Vil du legge til noe?
comment-too-long =
    { $count ->
        [one] Kort ned teksten til maks { $count } tegn.
       *[other] Kort ned teksten til maks { $count } tegn.
    }
reason-too-expensive = Det er for dyrt
reason-unused = Jeg bruker det for lite
reason-missing-features = Jeg mangler funksjoner som jeg trenger
reason-switched-service = Jeg bytter til en annen tjeneste
reason-too-complex = Det er for vanskelig å bruke
reason-low-quality = Kvaliteten er ikke som jeg forventet
reason-customer-service = Kundeservicen er ikke som jeg forventet
reason-other = Noe annet
follow-up-label = Kan du si litt mer?
follow-up-feature = Hvilken funksjon mangler du?
follow-up-service = Hvilken tjeneste bytter du til?
follow-up-price = Hvilken pris ville passe for deg?

## Offers, around all kinds
offer-label = Tilbud
tip-label = Tips
with-this-offer = Med tilbudet
starts = Starter
next-invoice-on = Neste faktura, { $date }
ends = Avsluttes
after-that = Deretter
price-now = Nå
price-later = Fra { $date }
offer-footnote = Du kan fortsatt si opp når som helst.
offer-gone = Tilbudet gjelder ikke lenger for abonnementet ditt. Ingenting er endret.
not-carried-out = Betalingstjenesten avviste den siste endringen. Ingenting er endret; du kan velge på nytt.
other-subscription = Denne siden gjelder et annet abonnement. Ingenting er endret.
offers-title = Velg et av alternativene, eller si opp nå
offers-legend = Alternativene dine
offers-error = Velg først et alternativ, eller si opp nå.
choose-this-offer = Velg dette
accept-offer = Godta tilbudet

## Discount
discount-once = { $reduction } rabatt på neste faktura
discount-months =
    { $count ->
        [one] { $reduction } rabatt i { $count } måned
       *[other] { $reduction } rabatt i { $count } måneder
    }
discount-forever = { $reduction } rabatt så lenge abonnementet løper
discount-ends = Rabatten avsluttes
discount-without-end = Rabatten har ingen sluttdato
discount-replaces = Den erstatter rabatten du har nå.
keep-with-discount = Behold abonnementet til denne prisen

## Pause
pause-title = Sett abonnementet på pause
pause-legend = Hvor lenge?
pause-months =
    { $count ->
        [one] { $count } måned
       *[other] { $count } måneder
    }
pause-error = Velg hvor lenge pausen skal vare.
resumes = Fortsetter
resumes-on = Fortsetter { $date }
pause-effect = Ingen fakturaer under pausen. Abonnementet fortsetter av seg selv på datoen du velger.
after-the-pause = Etter pausen
fair-pause-effect = Den betalte tiden står stille under pausen og fortsetter etter den. Fornyelsen flyttes like langt frem.
renewal = Fornyelse
renewal-moves = Flyttes fra { $old } til { $new }
nothing-to-pay-until = Ingenting å betale før { $date }

## Another plan
plan-change-title = Bytt til { $plan }
plan-change-legend = Hvilket abonnement?
plan-change-error = Velg først et abonnement.
plan-change-now = Abonnementet endres i dag.
plan-change-at-renewal = Abonnementet endres ved fornyelsen { $date }. Frem til da er det uendret.
current-plan = Abonnementet nå
new-plan = Nytt abonnement
price-of-plan = { $plan }, { $price }
charged-today = Belastes i dag: { $amount }
credited = Godskrives: { $amount }
nothing-charged-today = Ingenting belastes i dag.
keep-with-plan-change = Bytt til { $plan }
keep-with-yearly = Bytt til årlig betaling
keep-with-monthly = Bytt til månedlig betaling

## Seats
seats-title =
    { $count ->
        [one] Reduser til { $count } lisens
       *[other] Reduser til { $count } lisenser
    }
seats-effect =
    { $to ->
        [one] Fra { $from } til { $to } lisens ved fornyelsen { $date }. Frem til da endres ingenting.
       *[other] Fra { $from } til { $to } lisenser ved fornyelsen { $date }. Frem til da endres ingenting.
    }
seats-count =
    { $count ->
        [one] { $count } lisens
       *[other] { $count } lisenser
    }
seats = Lisenser
keep-with-seats =
    { $count ->
        [one] Behold { $count } lisens
       *[other] Behold { $count } lisenser
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } måned gratis
       *[other] { $count } måneder gratis
    }
free-months-effect = Abonnementet er uendret. Ingenting å betale før { $date }.
keep-with-free-time = Behold abonnementet med gratisperioden

## A longer trial
trial-title =
    { $count ->
        [one] { $count } ekstra prøvedag
       *[other] { $count } ekstra prøvedager
    }
trial-effect = Prøveperioden fortsetter til { $date }. Ingenting belastes før det.
keep-with-trial = Forleng prøveperioden

## Credit
credit-title = { $amount } til gode
credit-effect = { $amount } trekkes fra på de neste fakturaene dine.
credit-effect-next = { $amount } trekkes fra på den neste fakturaen din.
keep-with-credit = Behold abonnementet med beløpet til gode
refund-title = { $amount } tilbake
refund-effect = { $amount } av fakturaen fra { $date } refunderes på samme måte som du betalte.
keep-with-refund = Behold abonnementet med refusjonen
refunded = Refundert: { $amount }

## Talk to us
contact-title = Snakk med oss
contact-effect = Abonnementet endres ikke. Du kan komme tilbake til denne siden og si opp.
contact-book = Avtal en samtale
contact-write = Skriv til oss
contact-open = Åpne
contact-call = Ring oss

## Content
play-video = Spill av video
image-of = Bilde: { $caption }
video-of = Video: { $caption }
video-length = Lengde { $time }
read-more = Les mer
tip-setup = Hjelp med oppsettet
tip-setup-1 = Fortell kundeservice hva du vil få til. De kan gå gjennom kontoen sammen med deg og sette den opp.
tip-setup-2 = Det koster ingenting, og abonnementet er uendret.
tip-roadmap = Spør om funksjonen som mangler
tip-roadmap-1 = Noen funksjoner heter noe annet eller er snart klare. Kundeservice kan svare deg og melder videre hva som mangler.
tip-roadmap-2 = Abonnementet er uendret.
tip-support = Snakk med et menneske
tip-support-1 = Fortell kundeservice hva som gikk galt. Et menneske leser det og svarer.
tip-support-2 = Abonnementet er uendret.

## Confirm
confirm-title = Si opp dette abonnementet?
what-ends = Dette avsluttes
when = Når
until-then = Frem til da
today = I dag, { $date }
usable-until = Du kan bruke det som før. Det fornyes ikke.
not-usable = Det avsluttes så snart du sier opp.
refund-on-cancel = { $amount } refunderes for den ubrukte tiden.
no-refund-on-cancel = Den ubrukte tiden refunderes ikke.
end-legend = Når skal det avsluttes?
end-at-period = { $date }, når den betalte tiden er over
end-at-once = I dag
end-at-once-refund = I dag, med en refusjon på { $amount }
end-error = Velg når det skal avsluttes.

## Receipt
receipt-title = Abonnementet er sagt opp
receipt-document-title = Bekreftelse på oppsigelse
receipt-ends-on = Du kan bruke det til { $date }. Det fornyes ikke.
receipt-ended = Det ble avsluttet { $date }.
receipt-ends-today = Abonnementet avsluttes i dag.
reference = Referansenummer
canceled-at = Sagt opp
received-at = Mottatt
plan = Abonnement
undo-until = Du kan angre oppsigelsen til { $date }.
receipt-mailed = En kopi sendes til { $email }.

## Kept
kept-title = Abonnementet fortsetter
paused-title = Pausen er registrert
changed-title = Abonnementet er endret
trial-extended-title = Prøveperioden er forlenget
kept-unchanged = Ingenting er endret.
applied = Gjennomført
next-invoice = Neste faktura
amount-on = { $amount } den { $date }
you-pay-on = Du betaler { $amount } den { $date }.
nothing-to-pay = Det er ingen faktura å betale.
applied-plan = { $plan } fra { $date }
applied-plan-now = { $plan } fra i dag
applied-seats =
    { $count ->
        [one] { $count } lisens fra { $date }
       *[other] { $count } lisenser fra { $date }
    }
applied-trial = Prøveperiode til { $date }
applied-credit = { $amount } til gode
applied-refund = { $amount } refundert
applied-custom = Det du valgte, er på plass.

## Pending
pending-cancel-title = Oppsigelsen er mottatt
pending-cancel = Den gjennomføres nå. Du kan lukke denne siden; oppsigelsen gjelder. Det er tidspunktet nedenfor som teller.
pending-offer-title = Valget ditt er mottatt
pending-offer = Abonnementet blir oppdatert. Du kan lukke denne siden; det fortsetter av seg selv.
pending-undo-title = Forespørselen om å angre oppsigelsen er mottatt
pending-undo = Den gjennomføres nå. Du kan lukke denne siden; det fortsetter av seg selv.
pending-custom = { $brand } ordner det. Du kan lukke denne siden; det fortsetter av seg selv.
failed-custom = { $brand } kunne ikke gjennomføre dette. Ingenting er endret; du kan velge på nytt.

## Opened another page instead of deciding
redirected-title = Siden er åpnet
redirected-to = Vi har åpnet { $address }. Abonnementet er ikke endret.
redirected-elsewhere = Vi har åpnet en annen side. Abonnementet er ikke endret.
redirected-return = Tilbake til oppsigelsen

## Undo
undo-title = Abonnementet avsluttes { $date }
undo-explained = Det er allerede sagt opp. Frem til da kan du angre oppsigelsen eller la den stå.
undone-title = Abonnementet fortsetter
undone = Oppsigelsen er angret.
failed-undo = Betalingstjenesten avviste endringen, så oppsigelsen gjelder fortsatt. Prøv igjen, eller kontakt kundeservice og oppgi referansenummeret nedenfor.

## Survey after the cancellation
after-survey-title = Hvorfor sa du opp abonnementet?
after-survey-explained = Abonnementet er sagt opp enten du svarer eller ikke.
send-answer = Send
thank-you = Takk
answer-recorded = Svaret er lagret.

## Messages
expired-title = Denne siden er utløpt
expired = Gå tilbake til kontoen din og trykk på oppsigelsesknappen igjen. Da åpnes en ny side.
unknown-title = Denne siden kan ikke åpnes
unknown = Lenken er ikke gyldig. Gå tilbake til kontoen din og trykk på oppsigelsesknappen igjen.
billing-down-title = Abonnementet kan ikke vises akkurat nå
billing-down = Betalingstjenesten svarer ikke. Du kan si opp likevel: Forespørselen registreres med tidspunkt og gjennomføres så snart som mulig.
error-title = Noe gikk galt hos oss
error = Prøv igjen, eller si opp nå.
error-without-session = Gå tilbake til kontoen din og trykk på oppsigelsesknappen igjen.
shell-title = Åpne denne siden fra kontoen din
shell = Gå tilbake til kontoen din og trykk på oppsigelsesknappen der.
nothing-to-cancel-title = Ingenting å si opp
nothing-to-cancel = Det er ikke noe løpende abonnement her. Hvis du fortsatt ser belastninger, går du tilbake til kontoen din og åpner denne siden på nytt.
how-to-cancel = Hvis det ikke fungerer, kan du skrive til selskapet som fakturerer deg. Det holder med en melding om at du sier opp, med e-postadressen til kontoen din.
how-to-cancel-at = Hvis det ikke fungerer, kan du skrive til { $contact }. Det holder med en melding om at du sier opp, med e-postadressen til kontoen din.
