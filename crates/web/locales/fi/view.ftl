### The words of the retention view in Finnish. The customer is addressed as "sinä"; subscription and plan are both "tilaus".

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Ongelma: { $title }
date-and-time = { $date } klo { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Irtisano nyt
cancel-subscription = Irtisano tilaus
continue-to-cancel = Siirry irtisanomiseen
show-another-option = Näytä toinen vaihtoehto
keep-with-offer = Säilytä tilaus tällä tarjouksella
keep-with-pause = Aseta tilaus tauolle
keep-plan = Säilytä tilaus
keep-subscription = Säilytä tilaus
undo-cancellation = Peru irtisanominen
close = Sulje
back-to = Takaisin palveluun { $brand }
check-again = Tarkista uudelleen
try-again = Yritä uudelleen
download-receipt = Lataa vahvistus
optional = (valinnainen)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } päivässä
       *[other] { $amount } aina { $count } päivän välein
    }
price-by-week =
    { $count ->
        [1] { $amount } viikossa
       *[other] { $amount } aina { $count } viikon välein
    }
price-by-month =
    { $count ->
        [1] { $amount } kuukaudessa
       *[other] { $amount } aina { $count } kuukauden välein
    }
price-by-year =
    { $count ->
        [1] { $amount } vuodessa
       *[other] { $amount } aina { $count } vuoden välein
    }
renews = { $price }, uusiutuu irtisanomiseen asti
renews-only = Uusiutuu irtisanomiseen asti

## Where a subscription stands
paid-until = Maksettu { $date } asti
trial-until = Kokeilujakso { $date } asti
payment-overdue = Maksu on myöhässä
paused-until = Tauolla { $date } asti
paused-without-end = Tauolla
already-ends-on = Irtisanottu, päättyy { $date }

## What the finishing control does
cancel-effect-on = Jos irtisanot nyt, tilauksesi päättyy { $date }.
cancel-effect-at-once = Jos irtisanot nyt, tilauksesi päättyy tänään.
cancel-effect-refund = Jos irtisanot nyt, tilauksesi päättyy tänään ja käyttämättömästä ajasta palautetaan { $amount }.

## Which subscription
choose-title = Mikä tilaus?
choose-legend = Sinulla on useita tilauksia. Valitse irtisanottava tilaus.
choose-error = Valitse ensin tilaus.

## Reason
reason-title = Tilauksen irtisanominen
reason-legend = Miksi irtisanot tilauksen?
reason-error = Jatka valitsemalla syy tai irtisano nyt ilman syytä.
comment-label = Haluatko lisätä jotain?
comment-too-long =
    { $count ->
        [one] Lyhennä teksti enintään { $count } merkkiin.
       *[other] Lyhennä teksti enintään { $count } merkkiin.
    }
reason-too-expensive = Se on liian kallis
reason-unused = Käytän sitä liian vähän
reason-missing-features = Siitä puuttuu tarvitsemiani ominaisuuksia
reason-switched-service = Vaihdan toiseen palveluun
reason-too-complex = Se on liian vaikea käyttää
reason-low-quality = Laatu ei vastaa odotuksiani
reason-customer-service = Asiakaspalvelu ei vastaa odotuksiani
reason-other = Jokin muu
follow-up-label = Voitko kertoa hieman lisää?
follow-up-feature = Mikä ominaisuus puuttuu?
follow-up-service = Mihin palveluun vaihdat?
follow-up-price = Mikä hinta sopisi sinulle?

## Offers, around all kinds
offer-label = Tarjous
tip-label = Vinkki
with-this-offer = Tällä tarjouksella
starts = Alkaa
next-invoice-on = Seuraava lasku, { $date }
ends = Päättyy
after-that = Sen jälkeen
price-now = Nyt
price-later = { $date } alkaen
offer-footnote = Voit silti irtisanoa milloin tahansa.
offer-gone = Tarjous ei ole enää saatavilla tilauksellesi. Mikään ei ole muuttunut.
not-carried-out = Maksupalvelu hylkäsi viimeisimmän muutoksen. Mikään ei ole muuttunut; voit valita uudelleen.
other-subscription = Tämä sivu koskee toista tilausta. Mikään ei ole muuttunut.
offers-title = Valitse jokin vaihtoehdoista tai irtisano nyt
offers-legend = Vaihtoehdot
offers-error = Valitse ensin vaihtoehto tai irtisano nyt.
choose-this-offer = Valitse tämä
accept-offer = Hyväksy tarjous

## Discount
discount-once = { $reduction } alennusta seuraavasta laskusta
discount-months =
    { $count ->
        [one] { $reduction } alennusta { $count } kuukauden ajan
       *[other] { $reduction } alennusta { $count } kuukauden ajan
    }
discount-forever = { $reduction } alennusta niin kauan kuin tilaus on voimassa
discount-ends = Alennus päättyy
discount-without-end = Alennuksella ei ole päättymispäivää
discount-replaces = Se korvaa nykyisen alennuksesi.
keep-with-discount = Säilytä tilaus tähän hintaan

## Pause
pause-title = Tilauksen tauko
pause-legend = Kuinka pitkäksi aikaa?
pause-months =
    { $count ->
        [one] { $count } kuukausi
       *[other] { $count } kuukautta
    }
pause-error = Valitse tauon pituus.
resumes = Jatkuu
resumes-on = Jatkuu { $date }
pause-effect = Ei laskuja tauon aikana. Tilauksesi jatkuu itsestään valitsemanasi päivänä.
after-the-pause = Tauon jälkeen
fair-pause-effect = Maksettu aikasi pysähtyy tauon ajaksi ja jatkuu sen jälkeen. Uusiutuminen siirtyy saman verran.
renewal = Uusiutuminen
renewal-moves = Siirtyy päivästä { $old } päivään { $new }
nothing-to-pay-until = Ei maksettavaa ennen { $date }

## Another plan
plan-change-title = Vaihto tilaukseen { $plan }
plan-change-legend = Mikä tilaus?
plan-change-error = Valitse ensin tilaus.
plan-change-now = Tilauksesi vaihtuu tänään.
plan-change-at-renewal = Tilauksesi vaihtuu, kun se uusiutuu { $date }. Siihen asti se pysyy ennallaan.
current-plan = Nykyinen tilaus
new-plan = Uusi tilaus
price-of-plan = { $plan }, { $price }
charged-today = Veloitetaan tänään: { $amount }
credited = Hyvitetään: { $amount }
nothing-charged-today = Tänään ei veloiteta mitään.
keep-with-plan-change = Vaihda tilaukseen { $plan }
keep-with-yearly = Vaihda vuosimaksuun
keep-with-monthly = Vaihda kuukausimaksuun

## Seats
seats-title =
    { $count ->
        [one] Vähennys { $count } lisenssiin
       *[other] Vähennys { $count } lisenssiin
    }
seats-effect =
    { $to ->
        [one] Lisenssejä on nyt { $from }, ja uusiutumisesta { $date } alkaen niitä on { $to }. Siihen asti mikään ei muutu.
       *[other] Lisenssejä on nyt { $from }, ja uusiutumisesta { $date } alkaen niitä on { $to }. Siihen asti mikään ei muutu.
    }
seats-count =
    { $count ->
        [one] { $count } lisenssi
       *[other] { $count } lisenssiä
    }
seats = Lisenssit
keep-with-seats =
    { $count ->
        [one] Säilytä { $count } lisenssi
       *[other] Säilytä { $count } lisenssiä
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } kuukausi maksutta
       *[other] { $count } kuukautta maksutta
    }
free-months-effect = Tilaus pysyy ennallaan. Ei maksettavaa ennen { $date }.
keep-with-free-time = Säilytä tilaus maksuttomalla jaksolla

## A longer trial
trial-title =
    { $count ->
        [one] { $count } kokeilupäivä lisää
       *[other] { $count } kokeilupäivää lisää
    }
trial-effect = Kokeilujaksosi jatkuu { $date } asti. Sitä ennen ei veloiteta mitään.
keep-with-trial = Pidennä kokeilujaksoa

## Credit
credit-title = { $amount } hyvitystä
credit-effect = Seuraavista laskuistasi vähennetään { $amount }.
credit-effect-next = Seuraavasta laskustasi vähennetään { $amount }.
keep-with-credit = Säilytä tilaus hyvityksellä
refund-title = { $amount } takaisin
refund-effect = { $date } päivätystä laskusta palautetaan { $amount } käyttämälläsi maksutavalla.
keep-with-refund = Säilytä tilaus palautuksella
refunded = Palautettu: { $amount }

## Talk to us
contact-title = Keskustele kanssamme
contact-effect = Tilauksesi ei muutu. Voit palata tälle sivulle ja irtisanoa.
contact-book = Varaa puheluaika
contact-write = Kirjoita meille
contact-open = Avaa
contact-call = Soita meille

## Content
play-video = Toista video
image-of = Kuva: { $caption }
video-of = Video: { $caption }
video-length = Kesto { $time }
read-more = Lue lisää
tip-setup = Apua käyttöönottoon
tip-setup-1 = Kerro asiakaspalvelulle, mitä haluat saada aikaan. He voivat käydä tilisi läpi kanssasi ja tehdä asetukset.
tip-setup-2 = Se ei maksa mitään, ja tilauksesi pysyy ennallaan.
tip-roadmap = Kysy puuttuvasta ominaisuudesta
tip-roadmap-1 = Joillakin ominaisuuksilla on toinen nimi tai ne julkaistaan pian. Asiakaspalvelu osaa kertoa ja välittää eteenpäin tiedon siitä, mitä puuttuu.
tip-roadmap-2 = Tilauksesi pysyy ennallaan.
tip-support = Keskustele ihmisen kanssa
tip-support-1 = Kerro asiakaspalvelulle, mikä ei toiminut. Ihminen lukee viestin ja vastaa.
tip-support-2 = Tilauksesi pysyy ennallaan.

## Confirm
confirm-title = Irtisanotaanko tämä tilaus?
what-ends = Mikä päättyy
when = Milloin
until-then = Siihen asti
today = Tänään, { $date }
usable-until = Voit käyttää sitä kuten ennenkin. Se ei uusiudu.
not-usable = Se päättyy heti, kun irtisanot sen.
refund-on-cancel = Käyttämättömästä ajasta palautetaan { $amount }.
no-refund-on-cancel = Käyttämättömästä ajasta ei makseta palautusta.
end-legend = Milloin sen tulee päättyä?
end-at-period = { $date }, maksetun jakson lopussa
end-at-once = Tänään
end-at-once-refund = Tänään, palautus { $amount }
end-error = Valitse, milloin sen tulee päättyä.

## Receipt
receipt-title = Tilauksesi on irtisanottu
receipt-document-title = Irtisanomisen vahvistus
receipt-ends-on = Voit käyttää sitä { $date } asti. Se ei uusiudu.
receipt-ended = Se päättyi { $date }.
receipt-ends-today = Tilauksesi päättyy tänään.
reference = Viite
canceled-at = Irtisanottu
received-at = Vastaanotettu
plan = Tilaus
undo-until = Voit perua irtisanomisen { $date } asti.
receipt-mailed = Kopio lähetetään osoitteeseen { $email }.

## Kept
kept-title = Tilauksesi jatkuu
paused-title = Taukosi on asetettu
changed-title = Tilauksesi on muutettu
trial-extended-title = Kokeilujaksoasi on pidennetty
kept-unchanged = Mikään ei ole muuttunut.
applied = Toteutettu
next-invoice = Seuraava lasku
amount-on = { $amount }, { $date }
you-pay-on = Maksat { $date } yhteensä { $amount }.
nothing-to-pay = Maksettavaa laskua ei ole.
applied-plan = { $plan }, { $date } alkaen
applied-plan-now = { $plan } tästä päivästä alkaen
applied-seats =
    { $count ->
        [one] { $count } lisenssi, { $date } alkaen
       *[other] { $count } lisenssiä, { $date } alkaen
    }
applied-trial = Kokeilujakso { $date } asti
applied-credit = { $amount } hyvitystä
applied-refund = { $amount } palautettu
applied-custom = Valintasi on otettu käyttöön.

## Pending
pending-cancel-title = Irtisanomisesi on vastaanotettu
pending-cancel = Sitä käsitellään parhaillaan. Voit sulkea tämän sivun; irtisanominen on voimassa. Alla oleva aika ratkaisee.
pending-offer-title = Valintasi on vastaanotettu
pending-offer = Tilaustasi päivitetään. Voit sulkea tämän sivun; käsittely jatkuu itsestään.
pending-undo-title = Pyyntösi perua irtisanominen on vastaanotettu
pending-undo = Sitä käsitellään parhaillaan. Voit sulkea tämän sivun; käsittely jatkuu itsestään.
pending-custom = { $brand } hoitaa asian. Voit sulkea tämän sivun; käsittely jatkuu itsestään.
failed-custom = { $brand } ei voinut toteuttaa tätä. Mikään ei ole muuttunut; voit valita uudelleen.

## Opened another page instead of deciding
redirected-title = Sivu on avattu
redirected-to = Avasimme osoitteen { $address }. Tilauksesi ei ole muuttunut.
redirected-elsewhere = Avasimme toisen sivun. Tilauksesi ei ole muuttunut.
redirected-return = Takaisin irtisanomiseen

## Undo
undo-title = Tilauksesi päättyy { $date }
undo-explained = Se on jo irtisanottu. Voit siihen asti perua irtisanomisen tai jättää sen voimaan.
undone-title = Tilauksesi jatkuu
undone = Irtisanominen on peruttu.
failed-undo = Maksupalvelu hylkäsi muutoksen, joten irtisanominen on edelleen voimassa. Yritä uudelleen tai ota yhteyttä asiakaspalveluun ja ilmoita alla oleva viite.

## Survey after the cancellation
after-survey-title = Miksi irtisanoit tilauksen?
after-survey-explained = Tilauksesi on irtisanottu riippumatta siitä, vastaatko.
send-answer = Lähetä
thank-you = Kiitos
answer-recorded = Vastauksesi on tallennettu.

## Messages
expired-title = Tämä sivu on vanhentunut
expired = Palaa tilillesi ja paina irtisanomispainiketta uudelleen. Se avaa uuden sivun.
unknown-title = Tätä sivua ei voi avata
unknown = Linkki ei kelpaa. Palaa tilillesi ja paina irtisanomispainiketta uudelleen.
billing-down-title = Tilaustasi ei voi näyttää juuri nyt
billing-down = Maksupalvelu ei vastaa. Voit silti irtisanoa: pyyntösi tallennetaan kellonaikoineen ja toteutetaan niin pian kuin mahdollista.
error-title = Meillä tapahtui virhe
error = Yritä uudelleen tai irtisano nyt.
error-without-session = Palaa tilillesi ja paina irtisanomispainiketta uudelleen.
shell-title = Avaa tämä sivu tililtäsi
shell = Palaa tilillesi ja paina siellä irtisanomispainiketta.
nothing-to-cancel-title = Ei irtisanottavaa
nothing-to-cancel = Täällä ei ole voimassa olevaa tilausta. Jos näet yhä veloituksia, palaa tilillesi ja avaa tämä sivu uudelleen.
how-to-cancel = Jos se ei onnistu, kirjoita yritykselle, joka laskuttaa sinua. Riittää viesti, jossa sanot irtisanovasi tilauksen ja kerrot tilisi sähköpostiosoitteen.
how-to-cancel-at = Jos se ei onnistu, kirjoita osoitteeseen { $contact }. Riittää viesti, jossa sanot irtisanovasi tilauksen ja kerrot tilisi sähköpostiosoitteen.
