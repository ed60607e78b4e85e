### The words of the retention view in Danish. The customer is addressed as "du"; subscription and plan are both "abonnement".

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Problem: { $title }
date-and-time = { $date } kl. { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Opsig nu
cancel-subscription = Opsig abonnementet
continue-to-cancel = Gå videre til opsigelse
show-another-option = Vis en anden mulighed
keep-with-offer = Behold abonnementet med tilbuddet
keep-with-pause = Sæt abonnementet på pause
keep-plan = Behold abonnementet
keep-subscription = Behold abonnementet
undo-cancellation = Fortryd opsigelsen
close = Luk
back-to = Tilbage til { $brand }
check-again = Tjek igen
try-again = Prøv igen
download-receipt = Download bekræftelsen
optional = (valgfrit)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } pr. dag
       *[other] { $amount } hver { $count }. dag
    }
price-by-week =
    { $count ->
        [1] { $amount } pr. uge
       *[other] { $amount } hver { $count }. uge
    }
price-by-month =
    { $count ->
        [1] { $amount } pr. måned
       *[other] { $amount } hver { $count }. måned
    }
price-by-year =
    { $count ->
        [1] { $amount } pr. år
       *[other] { $amount } hvert { $count }. år
    }
renews = { $price }, fornyes, indtil du opsiger
renews-only = Fornyes, indtil du opsiger

## Where a subscription stands
paid-until = Betalt til den { $date }
trial-until = Prøveperiode til den { $date }
payment-overdue = En betaling er forfalden
paused-until = På pause til den { $date }
paused-without-end = På pause
already-ends-on = Opsagt, slutter den { $date }

## What the finishing control does
cancel-effect-on = Hvis du opsiger nu, slutter dit abonnement den { $date }.
cancel-effect-at-once = Hvis du opsiger nu, slutter dit abonnement i dag.
cancel-effect-refund = Hvis du opsiger nu, slutter dit abonnement i dag, og { $amount } refunderes for den ubrugte tid.

## Which subscription
choose-title = Hvilket abonnement?
choose-legend = Du har flere. Vælg det, du vil opsige.
choose-error = Vælg først et abonnement.

## Reason
reason-title = Opsig dit abonnement
reason-legend = Hvorfor opsiger du abonnementet?
reason-error = Vælg en årsag for at gå videre, eller opsig nu uden at angive en.
comment-label = Vil du tilføje noget?
comment-too-long =
    { $count ->
        [one] Forkort teksten til højst { $count } tegn.
       *[other] Forkort teksten til højst { $count } tegn.
    }
reason-too-expensive = Det er for dyrt
reason-unused = Jeg bruger det for lidt
reason-missing-features = Jeg mangler funktioner, som jeg har brug for
reason-switched-service = Jeg skifter til en anden tjeneste
reason-too-complex = Det er for svært at bruge
reason-low-quality = Kvaliteten er ikke, som jeg forventede
reason-customer-service = Kundeservice er ikke, som jeg forventede
reason-other = Noget andet
follow-up-label = Kan du uddybe det lidt?
follow-up-feature = Hvilken funktion mangler du?
follow-up-service = Hvilken tjeneste skifter du til?
follow-up-price = Hvilken pris ville passe dig?

## Offers, around all kinds
offer-label = Tilbud
tip-label = Tip
with-this-offer = Med tilbuddet
starts = Begynder
next-invoice-on = Næste faktura, { $date }
ends = Slutter
after-that = Derefter
price-now = Nu
price-later = Fra den { $date }
offer-footnote = Du kan stadig opsige når som helst.
offer-gone = Tilbuddet gælder ikke længere for dit abonnement. Intet er ændret.
not-carried-out = Betalingstjenesten afviste den seneste ændring. Intet er ændret; du kan vælge igen.
other-subscription = Denne side gælder et andet abonnement. Intet er ændret.
offers-title = Vælg en af mulighederne, eller opsig nu
offers-legend = Dine muligheder
offers-error = Vælg først en mulighed, eller opsig nu.
choose-this-offer = Vælg denne
accept-offer = Tag imod tilbuddet

## Discount
discount-once = { $reduction } rabat på næste faktura
discount-months =
    { $count ->
        [one] { $reduction } rabat i { $count } måned
       *[other] { $reduction } rabat i { $count } måneder
    }
discount-forever = { $reduction } rabat, så længe abonnementet løber
discount-ends = Rabatten slutter
discount-without-end = Rabatten har ingen slutdato
discount-replaces = Den erstatter den rabat, du har nu.
keep-with-discount = Behold abonnementet til denne pris

## Pause
pause-title = Sæt dit abonnement på pause
pause-legend = Hvor længe?
pause-months =
    { $count ->
        [one] { $count } måned
       *[other] { $count } måneder
    }
pause-error = Vælg, hvor længe pausen skal vare.
resumes = Fortsætter
resumes-on = Fortsætter den { $date }
pause-effect = Ingen fakturaer under pausen. Dit abonnement fortsætter af sig selv på den dato, du vælger.
after-the-pause = Efter pausen
fair-pause-effect = Din betalte tid står stille under pausen og fortsætter efter den. Fornyelsen flyttes lige så langt frem.
renewal = Fornyelse
renewal-moves = Flyttes fra den { $old } til den { $new }
nothing-to-pay-until = Intet at betale før den { $date }

## Another plan
plan-change-title = Skift til { $plan }
plan-change-legend = Hvilket abonnement?
plan-change-error = Vælg først et abonnement.
plan-change-now = Dit abonnement ændres i dag.
plan-change-at-renewal = Dit abonnement ændres ved fornyelsen den { $date }. Indtil da er det uændret.
current-plan = Dit abonnement nu
new-plan = Nyt abonnement
price-of-plan = { $plan }, { $price }
charged-today = Opkræves i dag: { $amount }
credited = Godskrives: { $amount }
nothing-charged-today = Der opkræves intet i dag.
keep-with-plan-change = Skift til { $plan }
keep-with-yearly = Skift til årlig betaling
keep-with-monthly = Skift til månedlig betaling

## Seats
seats-title =
    { $count ->
        [one] Reducer til { $count } licens
       *[other] Reducer til { $count } licenser
    }
seats-effect =
    { $to ->
        [one] Fra { $from } til { $to } licens ved fornyelsen den { $date }. Indtil da ændres intet.
       *[other] Fra { $from } til { $to } licenser ved fornyelsen den { $date }. Indtil da ændres intet.
    }
seats-count =
    { $count ->
        [one] { $count } licens
       *[other] { $count } licenser
    }
seats = Licenser
keep-with-seats =
    { $count ->
        [one] Behold { $count } licens
       *[other] Behold { $count } licenser
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } måned gratis
       *[other] { $count } måneder gratis
    }
free-months-effect = Abonnementet er uændret. Intet at betale før den { $date }.
keep-with-free-time = Behold abonnementet med den gratis periode

## A longer trial
trial-title =
    { $count ->
        [one] { $count } ekstra prøvedag
       *[other] { $count } ekstra prøvedage
    }
trial-effect = Din prøveperiode fortsætter til den { $date }. Der opkræves intet før da.
keep-with-trial = Forlæng prøveperioden

## Credit
credit-title = { $amount } til gode
credit-effect = { $amount } trækkes fra dine næste fakturaer.
credit-effect-next = { $amount } trækkes fra din næste faktura.
keep-with-credit = Behold abonnementet med beløbet til gode
refund-title = { $amount } tilbage
refund-effect = { $amount } af fakturaen fra den { $date } refunderes på samme måde, som du betalte.
keep-with-refund = Behold abonnementet med refunderingen
refunded = Refunderet: { $amount }

## Talk to us
contact-title = Tal med os
contact-effect = Dit abonnement ændres ikke. Du kan vende tilbage til denne side og opsige.
contact-book = Book en samtale
contact-write = Skriv til os
contact-open = Åbn
contact-call = Ring til os

## Content
play-video = Afspil video
image-of = Billede: { $caption }
video-of = Video: { $caption }
video-length = Længde { $time }
read-more = Læs mere
tip-setup = Hjælp til opsætningen
tip-setup-1 = Fortæl kundeservice, hvad du vil opnå. De kan se på din konto sammen med dig og sætte den op.
tip-setup-2 = Det koster ikke noget, og dit abonnement er uændret.
tip-roadmap = Spørg til den funktion, der mangler
tip-roadmap-1 = Nogle funktioner hedder noget andet eller er snart klar. Kundeservice kan svare dig og giver videre, hvad der mangler.
tip-roadmap-2 = Dit abonnement er uændret.
tip-support = Tal med et menneske
tip-support-1 = Fortæl kundeservice, hvad der gik galt. Et menneske læser det og svarer.
tip-support-2 = Dit abonnement er uændret.

## Confirm
confirm-title = Opsige dette abonnement?
what-ends = Hvad der slutter
when = Hvornår
until-then = Indtil da
today = I dag, { $date }
usable-until = Du kan bruge det som før. Det fornyes ikke.
not-usable = Det slutter, så snart du opsiger.
refund-on-cancel = { $amount } refunderes for den ubrugte tid.
no-refund-on-cancel = Den ubrugte tid refunderes ikke.
end-legend = Hvornår skal det slutte?
end-at-period = Den { $date }, når den betalte tid er gået
end-at-once = I dag
end-at-once-refund = I dag, med en refundering på { $amount }
end-error = Vælg, hvornår det skal slutte.

## Receipt
receipt-title = Dit abonnement er opsagt
receipt-document-title = Bekræftelse på opsigelse
receipt-ends-on = Du kan bruge det til den { $date }. Det fornyes ikke.
receipt-ended = Det sluttede den { $date }.
receipt-ends-today = Dit abonnement slutter i dag.
reference = Referencenummer
canceled-at = Opsagt
received-at = Modtaget
plan = Abonnement
undo-until = Du kan fortryde opsigelsen til den { $date }.
receipt-mailed = En kopi sendes til { $email }.

## Kept
kept-title = Dit abonnement fortsætter
paused-title = Din pause er registreret
changed-title = Dit abonnement er ændret
trial-extended-title = Din prøveperiode er forlænget
kept-unchanged = Intet er ændret.
applied = Gennemført
next-invoice = Næste faktura
amount-on = { $amount } den { $date }
you-pay-on = Du betaler { $amount } den { $date }.
nothing-to-pay = Der er ingen faktura at betale.
applied-plan = { $plan } fra den { $date }
applied-plan-now = { $plan } fra i dag
applied-seats =
    { $count ->
        [one] { $count } licens fra den { $date }
       *[other] { $count } licenser fra den { $date }
    }
applied-trial = Prøveperiode til den { $date }
applied-credit = { $amount } til gode
applied-refund = { $amount } refunderet
applied-custom = Det, du valgte, er på plads.

## Pending
pending-cancel-title = Din opsigelse er modtaget
pending-cancel = Den gennemføres nu. Du kan lukke denne side; opsigelsen gælder. Det er tidspunktet nedenfor, der tæller.
pending-offer-title = Dit valg er modtaget
pending-offer = Dit abonnement bliver tilpasset. Du kan lukke denne side; det fortsætter af sig selv.
pending-undo-title = Din anmodning om at fortryde opsigelsen er modtaget
pending-undo = Den gennemføres nu. Du kan lukke denne side; det fortsætter af sig selv.
pending-custom = { $brand } sørger for det. Du kan lukke denne side; det fortsætter af sig selv.
failed-custom = { $brand } kunne ikke gennemføre det. Intet er ændret; du kan vælge igen.

## Opened another page instead of deciding
redirected-title = Siden er åbnet
redirected-to = Vi har åbnet { $address }. Dit abonnement er ikke ændret.
redirected-elsewhere = Vi har åbnet en anden side. Dit abonnement er ikke ændret.
redirected-return = Tilbage til opsigelsen

## Undo
undo-title = Dit abonnement slutter den { $date }
undo-explained = Det er allerede opsagt. Indtil da kan du fortryde opsigelsen eller lade den stå.
undone-title = Dit abonnement fortsætter
undone = Opsigelsen er fortrudt.
failed-undo = Betalingstjenesten afviste ændringen, så din opsigelse gælder stadig. Prøv igen, eller kontakt kundeservice, og oplys referencenummeret nedenfor.

## Survey after the cancellation
after-survey-title = Hvorfor opsagde du abonnementet?
after-survey-explained = Dit abonnement er opsagt, uanset om du svarer.
send-answer = Send
thank-you = Tak
answer-recorded = Dit svar er gemt.

## Messages
expired-title = Denne side er udløbet
expired = Gå tilbage til din konto, og tryk på opsigelsesknappen igen. Så åbnes en ny side.
unknown-title = Denne side kan ikke åbnes
unknown = Linket er ikke gyldigt. Gå tilbage til din konto, og tryk på opsigelsesknappen igen.
billing-down-title = Dit abonnement kan ikke vises lige nu
billing-down = Betalingstjenesten svarer ikke. Du kan opsige alligevel: Din anmodning registreres med tidspunkt og gennemføres hurtigst muligt.
error-title = Der opstod en fejl hos os
error = Prøv igen, eller opsig nu.
error-without-session = Gå tilbage til din konto, og tryk på opsigelsesknappen igen.
shell-title = Åbn denne side fra din konto
shell = Gå tilbage til din konto, og tryk på opsigelsesknappen der.
nothing-to-cancel-title = Intet at opsige
nothing-to-cancel = Der er intet løbende abonnement her. Hvis du stadig ser opkrævninger, så gå tilbage til din konto, og åbn denne side igen.
how-to-cancel = Hvis det ikke virker, så skriv til den virksomhed, der fakturerer dig. Det er nok med en besked om, at du opsiger, og e-mailadressen på din konto.
how-to-cancel-at = Hvis det ikke virker, så skriv til { $contact }. Det er nok med en besked om, at du opsiger, og e-mailadressen på din konto.
