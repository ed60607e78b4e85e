### The words of the retention view in Czech. The customer is addressed as "vy", without past forms that tell a gender.

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Problém: { $title }
date-and-time = { $date }, { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Zrušit nyní
cancel-subscription = Zrušit předplatné
continue-to-cancel = Přejít ke zrušení
show-another-option = Zobrazit jinou možnost
keep-with-offer = Ponechat tarif s touto nabídkou
keep-with-pause = Pozastavit tarif
keep-plan = Ponechat tarif
keep-subscription = Ponechat předplatné
undo-cancellation = Vzít zrušení zpět
close = Zavřít
back-to = Zpět na web { $brand }
check-again = Zkontrolovat znovu
try-again = Zkusit znovu
download-receipt = Stáhnout potvrzení
optional = (nepovinné)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } denně
        [few] { $amount } každé { $count } dny
       *[other] { $amount } každých { $count } dní
    }
price-by-week =
    { $count ->
        [1] { $amount } týdně
        [few] { $amount } každé { $count } týdny
       *[other] { $amount } každých { $count } týdnů
    }
price-by-month =
    { $count ->
        [1] { $amount } měsíčně
        [few] { $amount } každé { $count } měsíce
       *[other] { $amount } každých { $count } měsíců
    }
price-by-year =
    { $count ->
        [1] { $amount } ročně
        [few] { $amount } každé { $count } roky
       *[other] { $amount } každých { $count } let
    }
renews = { $price }, obnovuje se do zrušení
renews-only = Obnovuje se do zrušení

## Where a subscription stands
paid-until = Zaplaceno do { $date }
trial-until = Zkušební období do { $date }
payment-overdue = Platba je po splatnosti
paused-until = Pozastaveno do { $date }
paused-without-end = Pozastaveno
already-ends-on = Zrušeno, končí { $date }

## What the finishing control does
cancel-effect-on = Pokud předplatné zrušíte nyní, tarif skončí { $date }.
cancel-effect-at-once = Pokud předplatné zrušíte nyní, tarif skončí dnes.
cancel-effect-refund = Pokud předplatné zrušíte nyní, tarif skončí dnes a za nevyužitou dobu se vám vrátí { $amount }.

## Which subscription
choose-title = Které předplatné?
choose-legend = Máte jich několik. Vyberte to, které chcete zrušit.
choose-error = Nejprve vyberte předplatné.

## Reason
reason-title = Zrušení předplatného
reason-legend = Proč předplatné rušíte?
reason-error = Vyberte důvod a pokračujte, nebo zrušte předplatné nyní bez udání důvodu.
comment-label = Chcete něco dodat?
comment-too-long =
    { $count ->
        [one] Zkraťte text na { $count } znak.
        [few] Zkraťte text na { $count } znaky.
       *[other] Zkraťte text na { $count } znaků.
    }
reason-too-expensive = Je to příliš drahé
reason-unused = Využívám to málo
reason-missing-features = Chybí funkce, které potřebuji
reason-switched-service = Přecházím k jiné službě
reason-too-complex = Používání je příliš složité
reason-low-quality = Kvalita neodpovídá mému očekávání
reason-customer-service = Zákaznická podpora neodpovídá mému očekávání
reason-other = Něco jiného
follow-up-label = Můžete to trochu upřesnit?
follow-up-feature = Která funkce chybí?
follow-up-service = K jaké službě přecházíte?
follow-up-price = Jaká cena by pro vás byla vhodná?

## Offers, around all kinds
offer-label = Nabídka
tip-label = Tip
with-this-offer = S touto nabídkou
starts = Začátek
next-invoice-on = Příští faktura, { $date }
ends = Konec
after-that = Poté
price-now = Nyní
price-later = Od { $date }
offer-footnote = Předplatné můžete i nadále kdykoli zrušit.
offer-gone = Tato nabídka už pro váš tarif není dostupná. Nic se nezměnilo.
not-carried-out = Platební služba poslední změnu odmítla. Nic se nezměnilo; můžete vybrat znovu.
other-subscription = Tato stránka patří k jinému předplatnému. Nic se nezměnilo.
offers-title = Vyberte jednu z možností, nebo zrušte předplatné nyní
offers-legend = Vaše možnosti
offers-error = Nejprve vyberte možnost, nebo zrušte předplatné nyní.
choose-this-offer = Vybrat
accept-offer = Přijmout nabídku

## Discount
discount-once = Sleva { $reduction } na příští fakturu
discount-months =
    { $count ->
        [one] Sleva { $reduction } na { $count } měsíc
        [few] Sleva { $reduction } na { $count } měsíce
       *[other] Sleva { $reduction } na { $count } měsíců
    }
discount-forever = Sleva { $reduction } po celou dobu předplatného
discount-ends = Konec slevy
discount-without-end = Sleva nemá konec
discount-replaces = Nahrazuje vaši současnou slevu.
keep-with-discount = Ponechat tarif za tuto cenu

## Pause
pause-title = Pozastavení tarifu
pause-legend = Na jak dlouho?
pause-months =
    { $count ->
        [one] { $count } měsíc
        [few] { $count } měsíce
       *[other] { $count } měsíců
    }
pause-error = Vyberte délku pozastavení.
resumes = Pokračuje od
resumes-on = Pokračuje od { $date }
pause-effect = Během pozastavení se nevystavují žádné faktury. Ve zvolený den tarif sám pokračuje.
after-the-pause = Po pozastavení
fair-pause-effect = Zaplacené období se během pozastavení zastaví a pokračuje po něm. Obnovení se posune o stejnou dobu.
renewal = Obnovení
renewal-moves = Posouvá se z { $old } na { $new }
nothing-to-pay-until = Do { $date } nic neplatíte

## Another plan
plan-change-title = Změna tarifu na { $plan }
plan-change-legend = Který tarif?
plan-change-error = Nejprve vyberte tarif.
plan-change-now = Tarif se změní dnes.
plan-change-at-renewal = Tarif se změní při obnovení { $date }. Do té doby zůstává beze změny.
current-plan = Současný tarif
new-plan = Nový tarif
price-of-plan = { $plan }, { $price }
charged-today = Dnes se účtuje: { $amount }
credited = Připsaný kredit: { $amount }
nothing-charged-today = Dnes se nic neúčtuje.
keep-with-plan-change = Změnit tarif na { $plan }
keep-with-yearly = Přejít na roční platbu
keep-with-monthly = Přejít na měsíční platbu

## Seats
seats-title =
    { $count ->
        [one] Snížení na { $count } licenci
        [few] Snížení na { $count } licence
       *[other] Snížení na { $count } licencí
    }
seats-effect =
    { $to ->
        [one] Z { $from } na { $to } licenci při obnovení { $date }. Do té doby se nic nemění.
        [few] Z { $from } na { $to } licence při obnovení { $date }. Do té doby se nic nemění.
       *[other] Z { $from } na { $to } licencí při obnovení { $date }. Do té doby se nic nemění.
    }
seats-count =
    { $count ->
        [one] { $count } licence
        [few] { $count } licence
       *[other] { $count } licencí
    }
seats = Licence
keep-with-seats =
    { $count ->
        [one] Ponechat { $count } licenci
        [few] Ponechat { $count } licence
       *[other] Ponechat { $count } licencí
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } měsíc zdarma
        [few] { $count } měsíce zdarma
       *[other] { $count } měsíců zdarma
    }
free-months-effect = Tarif zůstává beze změny. Do { $date } nic neplatíte.
keep-with-free-time = Ponechat tarif s obdobím zdarma

## A longer trial
trial-title =
    { $count ->
        [one] O { $count } den delší zkušební období
        [few] O { $count } dny delší zkušební období
       *[other] O { $count } dní delší zkušební období
    }
trial-effect = Zkušební období trvá do { $date }. Dříve se nic neúčtuje.
keep-with-trial = Prodloužit zkušební období

## Credit
credit-title = Kredit { $amount }
credit-effect = Od vašich příštích faktur se odečte { $amount }.
credit-effect-next = Od vaší příští faktury se odečte { $amount }.
keep-with-credit = Ponechat tarif s kreditem
refund-title = Vrácení { $amount }
refund-effect = Z faktury ze dne { $date } se vrátí { $amount } stejným způsobem, jakým byla zaplacena.
keep-with-refund = Ponechat tarif s vrácením peněz
refunded = Vráceno: { $amount }

## Talk to us
contact-title = Promluvte si s námi
contact-effect = Vaše předplatné se nemění. Na tuto stránku se můžete vrátit a předplatné zrušit.
contact-book = Domluvit hovor
contact-write = Napsat nám
contact-open = Otevřít
contact-call = Zavolat nám

## Content
play-video = Přehrát video
image-of = Obrázek: { $caption }
video-of = Video: { $caption }
video-length = Délka { $time }
read-more = Číst dál
tip-setup = Pomoc s nastavením
tip-setup-1 = Napište podpoře, čeho chcete dosáhnout. Může s vámi projít váš účet a nastavit ho.
tip-setup-2 = Nic to nestojí a váš tarif zůstává beze změny.
tip-roadmap = Zeptejte se na chybějící funkci
tip-roadmap-1 = Některé funkce mají jiný název nebo brzy vyjdou. Podpora vám to řekne a předá dál, co chybí.
tip-roadmap-2 = Váš tarif zůstává beze změny.
tip-support = Promluvte si s člověkem
tip-support-1 = Napište podpoře, co se nepovedlo. Zprávu čte člověk a odpovídá na ni.
tip-support-2 = Váš tarif zůstává beze změny.

## Confirm
confirm-title = Zrušit toto předplatné?
what-ends = Co končí
when = Kdy
until-then = Do té doby
today = Dnes, { $date }
usable-until = Můžete ho využívat jako dosud. Neobnoví se.
not-usable = Skončí, jakmile ho zrušíte.
refund-on-cancel = Za nevyužitou dobu se vám vrátí { $amount }.
no-refund-on-cancel = Za nevyužitou dobu se peníze nevracejí.
end-legend = Kdy má skončit?
end-at-period = { $date }, na konci zaplaceného období
end-at-once = Dnes
end-at-once-refund = Dnes, s vrácením { $amount }
end-error = Vyberte, kdy má skončit.

## Receipt
receipt-title = Vaše předplatné je zrušeno
receipt-document-title = Potvrzení o zrušení
receipt-ends-on = Můžete ho využívat do { $date }. Neobnoví se.
receipt-ended = Skončilo { $date }.
receipt-ends-today = Váš tarif končí dnes.
reference = Referenční číslo
canceled-at = Zrušeno
received-at = Přijato
plan = Tarif
undo-until = Zrušení můžete vzít zpět do { $date }.
receipt-mailed = Kopii posíláme na { $email }.

## Kept
kept-title = Váš tarif pokračuje
paused-title = Pozastavení je nastaveno
changed-title = Váš tarif byl změněn
trial-extended-title = Zkušební období je prodlouženo
kept-unchanged = Nic se nezměnilo.
applied = Provedeno
next-invoice = Příští faktura
amount-on = { $amount } dne { $date }
you-pay-on = Dne { $date } zaplatíte { $amount }.
nothing-to-pay = Není žádná faktura k zaplacení.
applied-plan = { $plan } od { $date }
applied-plan-now = { $plan } ode dneška
applied-seats =
    { $count ->
        [one] { $count } licence od { $date }
        [few] { $count } licence od { $date }
       *[other] { $count } licencí od { $date }
    }
applied-trial = Zkušební období do { $date }
applied-credit = Kredit { $amount }
applied-refund = Vráceno { $amount }
applied-custom = Vaše volba je nastavena.

## Pending
pending-cancel-title = Zrušení předplatného jsme přijali
pending-cancel = Právě se provádí. Tuto stránku můžete zavřít; zrušení platí. Rozhodující je čas uvedený níže.
pending-offer-title = Vaši volbu jsme přijali
pending-offer = Právě se provádí. Tuto stránku můžete zavřít; dál vše proběhne samo.
pending-undo-title = Žádost vzít zrušení zpět jsme přijali
pending-undo = Právě se provádí. Tuto stránku můžete zavřít; dál vše proběhne samo.
pending-custom = { $brand } to zařizuje. Tuto stránku můžete zavřít; dál vše proběhne samo.
failed-custom = Společnosti { $brand } se to nepodařilo zařídit. Nic se nezměnilo; můžete vybrat znovu.

## Opened another page instead of deciding
redirected-title = Stránka je otevřená
redirected-to = Otevřeli jsme { $address }. Vaše předplatné se nezměnilo.
redirected-elsewhere = Otevřeli jsme jinou stránku. Vaše předplatné se nezměnilo.
redirected-return = Zpět ke zrušení

## Undo
undo-title = Vaše předplatné končí { $date }
undo-explained = Je již zrušeno. Do té doby můžete zrušení vzít zpět, nebo ho ponechat.
undone-title = Vaše předplatné pokračuje
undone = Zrušení bylo vzato zpět.
failed-undo = Platební služba změnu odmítla, zrušení proto nadále platí. Zkuste to znovu, nebo kontaktujte podporu a uveďte referenční číslo níže.

## Survey after the cancellation
after-survey-title = Jaký je důvod zrušení?
after-survey-explained = Vaše předplatné je zrušeno bez ohledu na to, zda odpovíte.
send-answer = Odeslat
thank-you = Děkujeme
answer-recorded = Vaše odpověď je uložena.

## Messages
expired-title = Platnost této stránky vypršela
expired = Vraťte se do svého účtu a znovu stiskněte tlačítko pro zrušení. Otevře se nová stránka.
unknown-title = Tuto stránku nelze otevřít
unknown = Odkaz není platný. Vraťte se do svého účtu a znovu stiskněte tlačítko pro zrušení.
billing-down-title = Váš tarif teď nelze zobrazit
billing-down = Platební služba neodpovídá. Předplatné přesto můžete zrušit: vaši žádost zaznamenáme i s časem a provedeme co nejdříve.
error-title = Na naší straně došlo k chybě
error = Zkuste to znovu, nebo zrušte předplatné nyní.
error-without-session = Vraťte se do svého účtu a znovu stiskněte tlačítko pro zrušení.
shell-title = Otevřete tuto stránku ze svého účtu
shell = Vraťte se do svého účtu a stiskněte tam tlačítko pro zrušení.
nothing-to-cancel-title = Není co zrušit
nothing-to-cancel = Žádné předplatné tu neběží. Pokud stále vidíte platby, vraťte se do svého účtu a otevřete tuto stránku znovu.
how-to-cancel = Pokud to nefunguje, napište společnosti, která vám vystavuje faktury. Stačí zpráva, že předplatné rušíte, s e-mailovou adresou vašeho účtu.
how-to-cancel-at = Pokud to nefunguje, napište na { $contact }. Stačí zpráva, že předplatné rušíte, s e-mailovou adresou vašeho účtu.
