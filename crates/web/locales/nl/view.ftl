### The words of the retention view in Dutch. The customer is addressed as "u"; subscription and plan are both "abonnement".

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Probleem: { $title }
date-and-time = { $date } om { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Nu opzeggen
cancel-subscription = Abonnement opzeggen
continue-to-cancel = Verder met opzeggen
show-another-option = Andere mogelijkheid tonen
keep-with-offer = Abonnement houden met dit aanbod
keep-with-pause = Abonnement pauzeren
keep-plan = Abonnement houden
keep-subscription = Abonnement houden
undo-cancellation = Opzegging intrekken
close = Sluiten
back-to = Terug naar { $brand }
check-again = Opnieuw controleren
try-again = Opnieuw proberen
download-receipt = Bevestiging downloaden
optional = (optioneel)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } per dag
       *[other] { $amount } per { $count } dagen
    }
price-by-week =
    { $count ->
        [1] { $amount } per week
       *[other] { $amount } per { $count } weken
    }
price-by-month =
    { $count ->
        [1] { $amount } per maand
       *[other] { $amount } per { $count } maanden
    }
price-by-year =
    { $count ->
        [1] { $amount } per jaar
       *[other] { $amount } per { $count } jaar
    }
renews = { $price }, wordt verlengd tot u opzegt
renews-only = Wordt verlengd tot u opzegt

## Where a subscription stands
paid-until = Betaald tot { $date }
trial-until = Proefperiode tot { $date }
payment-overdue = Er is een betaling achterstallig
paused-until = Gepauzeerd tot { $date }
paused-without-end = Gepauzeerd
already-ends-on = Opgezegd, eindigt op { $date }

## What the finishing control does
cancel-effect-on = Als u nu opzegt, eindigt uw abonnement op { $date }.
cancel-effect-at-once = Als u nu opzegt, eindigt uw abonnement vandaag.
cancel-effect-refund = Als u nu opzegt, eindigt uw abonnement vandaag en wordt { $amount } terugbetaald voor de niet-gebruikte tijd.

## Which subscription
choose-title = Welk abonnement?
choose-legend = U hebt meerdere abonnementen. Kies welk abonnement u opzegt.
choose-error = Kies eerst een abonnement.

## Reason
reason-title = Uw abonnement opzeggen
reason-legend = Waarom zegt u op?
reason-error = Kies een reden om verder te gaan, of zeg nu op zonder reden.
comment-label = Wilt u nog iets toevoegen?
comment-too-long =
    { $count ->
        [one] Kort uw tekst in tot { $count } teken.
       *[other] Kort uw tekst in tot { $count } tekens.
    }
reason-too-expensive = Het is te duur
reason-unused = Ik gebruik het te weinig
reason-missing-features = Ik mis functies die ik nodig heb
reason-switched-service = Ik stap over naar een andere dienst
reason-too-complex = Het is te ingewikkeld
reason-low-quality = De kwaliteit is niet wat ik had verwacht
reason-customer-service = De klantenservice is niet wat ik had verwacht
reason-other = Iets anders
follow-up-label = Kunt u daar iets meer over vertellen?
follow-up-feature = Welke functie mist u?
follow-up-service = Naar welke dienst stapt u over?
follow-up-price = Welke prijs zou voor u passend zijn?

## Offers, around all kinds
offer-label = Aanbod
tip-label = Tip
with-this-offer = Met dit aanbod
starts = Begint
next-invoice-on = Volgende factuur, { $date }
ends = Eindigt
after-that = Daarna
price-now = Nu
price-later = Vanaf { $date }
offer-footnote = U kunt nog steeds op elk moment opzeggen.
offer-gone = Dit aanbod geldt niet meer voor uw abonnement. Er is niets veranderd.
not-carried-out = De betaaldienst heeft de laatste wijziging geweigerd. Er is niets veranderd; u kunt opnieuw kiezen.
other-subscription = Deze pagina hoort bij een ander abonnement. Er is niets veranderd.
offers-title = Kies een van deze mogelijkheden of zeg nu op
offers-legend = Uw mogelijkheden
offers-error = Kies eerst een mogelijkheid of zeg nu op.
choose-this-offer = Kiezen
accept-offer = Aanbod accepteren

## Discount
discount-once = { $reduction } korting op de volgende factuur
discount-months =
    { $count ->
        [one] { $reduction } korting gedurende { $count } maand
       *[other] { $reduction } korting gedurende { $count } maanden
    }
discount-forever = { $reduction } korting zolang uw abonnement loopt
discount-ends = Korting eindigt
discount-without-end = De korting heeft geen einddatum
discount-replaces = Deze korting vervangt de korting die u nu hebt.
keep-with-discount = Abonnement houden voor deze prijs

## Pause
pause-title = Uw abonnement pauzeren
pause-legend = Hoelang?
pause-months =
    { $count ->
        [one] { $count } maand
       *[other] { $count } maanden
    }
pause-error = Kies hoelang u pauzeert.
resumes = Gaat weer in
resumes-on = Gaat op { $date } weer in
pause-effect = Geen facturen tijdens de pauze. Uw abonnement gaat op de gekozen datum vanzelf weer in.
after-the-pause = Na de pauze
fair-pause-effect = Uw betaalde periode staat stil tijdens de pauze en loopt daarna door. De verlenging schuift net zo ver op.
renewal = Verlenging
renewal-moves = Schuift van { $old } naar { $new }
nothing-to-pay-until = Niets te betalen tot { $date }

## Another plan
plan-change-title = Overstappen op { $plan }
plan-change-legend = Welk abonnement?
plan-change-error = Kies eerst een abonnement.
plan-change-now = Uw abonnement verandert vandaag.
plan-change-at-renewal = Uw abonnement verandert bij de verlenging op { $date }. Tot dan blijft het zoals het is.
current-plan = Uw abonnement nu
new-plan = Nieuw abonnement
price-of-plan = { $plan }, { $price }
charged-today = Vandaag in rekening gebracht: { $amount }
credited = Bijgeschreven als tegoed: { $amount }
nothing-charged-today = Er wordt vandaag niets in rekening gebracht.
keep-with-plan-change = Overstappen op { $plan }
keep-with-yearly = Overstappen op jaarlijks betalen
keep-with-monthly = Overstappen op maandelijks betalen

## Seats
seats-title =
    { $count ->
        [one] Verlagen naar { $count } licentie
       *[other] Verlagen naar { $count } licenties
    }
seats-effect =
    { $to ->
        [one] Van { $from } naar { $to } licentie bij de verlenging op { $date }. Tot dan verandert er niets.
       *[other] Van { $from } naar { $to } licenties bij de verlenging op { $date }. Tot dan verandert er niets.
    }
seats-count =
    { $count ->
        [one] { $count } licentie
       *[other] { $count } licenties
    }
seats = Licenties
keep-with-seats =
    { $count ->
        [one] { $count } licentie houden
       *[other] { $count } licenties houden
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } maand gratis
       *[other] { $count } maanden gratis
    }
free-months-effect = Het abonnement blijft zoals het is. Niets te betalen tot { $date }.
keep-with-free-time = Abonnement houden met de gratis periode

## A longer trial
trial-title =
    { $count ->
        [one] { $count } extra proefdag
       *[other] { $count } extra proefdagen
    }
trial-effect = Uw proefperiode loopt door tot { $date }. Tot die tijd wordt er niets in rekening gebracht.
keep-with-trial = Proefperiode verlengen

## Credit
credit-title = { $amount } tegoed
credit-effect = { $amount } wordt van uw volgende facturen afgetrokken.
credit-effect-next = { $amount } wordt van uw volgende factuur afgetrokken.
keep-with-credit = Abonnement houden met het tegoed
refund-title = { $amount } terug
refund-effect = Van de factuur van { $date } wordt { $amount } terugbetaald, op dezelfde manier als u hebt betaald.
keep-with-refund = Abonnement houden met de terugbetaling
refunded = Terugbetaald: { $amount }

## Talk to us
contact-title = Neem contact met ons op
contact-effect = Uw abonnement verandert niet. U kunt terugkomen op deze pagina en opzeggen.
contact-book = Gesprek inplannen
contact-write = Bericht sturen
contact-open = Openen
contact-call = Bellen

## Content
play-video = Video afspelen
image-of = Afbeelding: { $caption }
video-of = Video: { $caption }
video-length = Duur { $time }
read-more = Meer lezen
tip-setup = Hulp bij het instellen
tip-setup-1 = Vertel de klantenservice wat u wilt bereiken. Die kan uw account samen met u bekijken en instellen.
tip-setup-2 = Het kost niets en uw abonnement blijft zoals het is.
tip-roadmap = Vragen naar de ontbrekende functie
tip-roadmap-1 = Sommige functies heten anders of komen binnenkort uit. De klantenservice kan u dat vertellen en geeft door wat er ontbreekt.
tip-roadmap-2 = Uw abonnement blijft zoals het is.
tip-support = Met een medewerker praten
tip-support-1 = Vertel de klantenservice wat er niet goed ging. Een medewerker leest het en antwoordt.
tip-support-2 = Uw abonnement blijft zoals het is.

## Confirm
confirm-title = Dit abonnement opzeggen?
what-ends = Wat eindigt
when = Wanneer
until-then = Tot dan
today = Vandaag, { $date }
usable-until = U kunt het gebruiken zoals u gewend bent. Het wordt niet verlengd.
not-usable = Het eindigt zodra u opzegt.
refund-on-cancel = { $amount } wordt terugbetaald voor de niet-gebruikte tijd.
no-refund-on-cancel = De niet-gebruikte tijd wordt niet terugbetaald.
end-legend = Wanneer moet het eindigen?
end-at-period = Op { $date }, aan het einde van de betaalde periode
end-at-once = Vandaag
end-at-once-refund = Vandaag, met een terugbetaling van { $amount }
end-error = Kies wanneer het moet eindigen.

## Receipt
receipt-title = Uw abonnement is opgezegd
receipt-document-title = Bevestiging van opzegging
receipt-ends-on = U kunt het gebruiken tot { $date }. Het wordt niet verlengd.
receipt-ended = Het is geëindigd op { $date }.
receipt-ends-today = Uw abonnement eindigt vandaag.
reference = Referentie
canceled-at = Opgezegd
received-at = Ontvangen
plan = Abonnement
undo-until = U kunt de opzegging intrekken tot { $date }.
receipt-mailed = Er gaat een kopie naar { $email }.

## Kept
kept-title = Uw abonnement loopt door
paused-title = Uw pauze is ingesteld
changed-title = Uw abonnement is gewijzigd
trial-extended-title = Uw proefperiode is verlengd
kept-unchanged = Er is niets veranderd.
applied = Toegepast
next-invoice = Volgende factuur
amount-on = { $amount } op { $date }
you-pay-on = U betaalt { $amount } op { $date }.
nothing-to-pay = Er hoeft geen factuur te worden betaald.
applied-plan = { $plan } vanaf { $date }
applied-plan-now = { $plan } vanaf vandaag
applied-seats =
    { $count ->
        [one] { $count } licentie vanaf { $date }
       *[other] { $count } licenties vanaf { $date }
    }
applied-trial = Proefperiode tot { $date }
applied-credit = { $amount } tegoed
applied-refund = { $amount } terugbetaald
applied-custom = Uw keuze is ingesteld.

## Pending
pending-cancel-title = Uw opzegging is ontvangen
pending-cancel = De opzegging wordt verwerkt. U kunt deze pagina sluiten; de opzegging blijft geldig. Het tijdstip hieronder telt.
pending-offer-title = Uw keuze is ontvangen
pending-offer = Uw abonnement wordt aangepast. U kunt deze pagina sluiten; het gaat vanzelf verder.
pending-undo-title = Uw intrekking is ontvangen
pending-undo = De intrekking wordt verwerkt. U kunt deze pagina sluiten; het gaat vanzelf verder.
pending-custom = { $brand } stelt het in. U kunt deze pagina sluiten; het gaat vanzelf verder.
failed-custom = { $brand } kon dit niet instellen. Er is niets veranderd; u kunt opnieuw kiezen.

## Opened another page instead of deciding
redirected-title = De pagina is geopend
redirected-to = { $address } is geopend. Uw abonnement is niet veranderd.
redirected-elsewhere = Er is een andere pagina geopend. Uw abonnement is niet veranderd.
redirected-return = Terug naar opzeggen

## Undo
undo-title = Uw abonnement eindigt op { $date }
undo-explained = Het is al opgezegd. U kunt de opzegging tot dan intrekken of het zo laten.
undone-title = Uw abonnement loopt door
undone = De opzegging is ingetrokken.
failed-undo = De betaaldienst heeft de wijziging geweigerd, dus uw opzegging blijft geldig. Probeer het opnieuw of neem contact op met de klantenservice en vermeld de referentie hieronder.

## Survey after the cancellation
after-survey-title = Waarom hebt u opgezegd?
after-survey-explained = Uw abonnement is opgezegd, of u nu antwoordt of niet.
send-answer = Versturen
thank-you = Bedankt
answer-recorded = Uw antwoord is opgeslagen.

## Messages
expired-title = Deze pagina is verlopen
expired = Ga terug naar uw account en klik opnieuw op de knop om op te zeggen. Er opent een nieuwe pagina.
unknown-title = Deze pagina kan niet worden geopend
unknown = De link is niet geldig. Ga terug naar uw account en klik opnieuw op de knop om op te zeggen.
billing-down-title = Uw abonnement kan nu niet worden getoond
billing-down = De betaaldienst reageert niet. U kunt toch opzeggen: uw verzoek wordt met het tijdstip vastgelegd en zo snel mogelijk uitgevoerd.
error-title = Er ging bij ons iets mis
error = Probeer het opnieuw of zeg nu op.
error-without-session = Ga terug naar uw account en klik opnieuw op de knop om op te zeggen.
shell-title = Open deze pagina vanuit uw account
shell = Ga terug naar uw account en klik daar op de knop om op te zeggen.
nothing-to-cancel-title = Niets om op te zeggen
nothing-to-cancel = Er loopt hier geen abonnement. Ziet u nog afschrijvingen, ga dan terug naar uw account en open deze pagina opnieuw.
how-to-cancel = Lukt dat niet, schrijf dan naar het bedrijf dat u de facturen stuurt. Een bericht waarin staat dat u opzegt, met het e-mailadres van uw account, is genoeg.
how-to-cancel-at = Lukt dat niet, schrijf dan naar { $contact }. Een bericht waarin staat dat u opzegt, met het e-mailadres van uw account, is genoeg.
