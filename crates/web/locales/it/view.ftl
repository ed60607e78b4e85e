### The words of the retention view in Italian. The customer is addressed as "Lei"; "giorno" stands before a date so that no article depends on its number.

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Problema: { $title }
date-and-time = { $date }, ore { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Disdici ora
cancel-subscription = Disdici l’abbonamento
continue-to-cancel = Prosegui con la disdetta
show-another-option = Mostra un’altra opzione
keep-with-offer = Mantieni il piano con questa offerta
keep-with-pause = Metti in pausa il piano
keep-plan = Mantieni il piano
keep-subscription = Mantieni l’abbonamento
undo-cancellation = Annulla la disdetta
close = Chiudi
back-to = Torna a { $brand }
check-again = Verifica di nuovo
try-again = Riprova
download-receipt = Scarica la conferma
optional = (facoltativo)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } al giorno
       *[other] { $amount } ogni { $count } giorni
    }
price-by-week =
    { $count ->
        [1] { $amount } alla settimana
       *[other] { $amount } ogni { $count } settimane
    }
price-by-month =
    { $count ->
        [1] { $amount } al mese
       *[other] { $amount } ogni { $count } mesi
    }
price-by-year =
    { $count ->
        [1] { $amount } all’anno
       *[other] { $amount } ogni { $count } anni
    }
renews = { $price }, si rinnova fino alla disdetta
renews-only = Si rinnova fino alla disdetta

## Where a subscription stands
paid-until = Pagato fino al giorno { $date }
trial-until = In prova fino al giorno { $date }
payment-overdue = C’è un pagamento scaduto
paused-until = In pausa fino al giorno { $date }
paused-without-end = In pausa
already-ends-on = Disdetto, termina il giorno { $date }

## What the finishing control does
cancel-effect-on = Se disdice ora, il piano termina il giorno { $date }.
cancel-effect-at-once = Se disdice ora, il piano termina oggi.
cancel-effect-refund = Se disdice ora, il piano termina oggi, con un rimborso di { $amount } per il periodo non utilizzato.

## Which subscription
choose-title = Quale abbonamento?
choose-legend = Ha più abbonamenti. Scelga quello da disdire.
choose-error = Scelga prima un abbonamento.

## Reason
reason-title = Disdetta dell’abbonamento
reason-legend = Qual è il motivo della disdetta?
reason-error = Scelga un motivo per proseguire oppure disdica ora senza indicarne uno.
comment-label = Vuole aggiungere qualcosa?
comment-too-long =
    { $count ->
        [one] Riduca il testo a non più di { $count } carattere.
       *[other] Riduca il testo a non più di { $count } caratteri.
    }
reason-too-expensive = È troppo caro
reason-unused = Non lo uso abbastanza
reason-missing-features = Mancano funzioni che mi servono
reason-switched-service = Passo a un altro servizio
reason-too-complex = È troppo difficile da usare
reason-low-quality = La qualità non è quella che mi aspettavo
reason-customer-service = Il servizio clienti non è quello che mi aspettavo
reason-other = Altro
follow-up-label = Può dirci qualcosa in più?
follow-up-feature = Quale funzione manca?
follow-up-service = A quale servizio passa?
follow-up-price = Quale prezzo andrebbe bene per Lei?

## Offers, around all kinds
offer-label = Offerta
tip-label = Consiglio
with-this-offer = Con questa offerta
starts = Inizio
next-invoice-on = Prossima fattura, { $date }
ends = Fine
after-that = In seguito
price-now = Ora
price-later = Dal giorno { $date }
offer-footnote = Può comunque disdire in qualsiasi momento.
offer-gone = Questa offerta non è più disponibile per il Suo piano. Non è cambiato nulla.
not-carried-out = Il gestore dei pagamenti ha rifiutato l’ultima modifica. Non è cambiato nulla; può scegliere di nuovo.
other-subscription = Questa pagina riguarda un altro abbonamento. Non è cambiato nulla.
offers-title = Scelga un’opzione oppure disdica ora
offers-legend = Le opzioni disponibili
offers-error = Scelga prima un’opzione oppure disdica ora.
choose-this-offer = Scegli questa
accept-offer = Accetta questa offerta

## Discount
discount-once = { $reduction } di sconto sulla prossima fattura
discount-months =
    { $count ->
        [one] { $reduction } di sconto per { $count } mese
       *[other] { $reduction } di sconto per { $count } mesi
    }
discount-forever = { $reduction } di sconto per tutta la durata dell’abbonamento
discount-ends = Fine dello sconto
discount-without-end = Lo sconto non ha scadenza
discount-replaces = Sostituisce lo sconto attuale.
keep-with-discount = Mantieni il piano a questo prezzo

## Pause
pause-title = Mettere in pausa il piano
pause-legend = Per quanto tempo?
pause-months =
    { $count ->
        [one] { $count } mese
       *[other] { $count } mesi
    }
pause-error = Scelga la durata della pausa.
resumes = Ripresa
resumes-on = Riprende il giorno { $date }
pause-effect = Nessuna fattura durante la pausa. Il piano riprende da solo alla data scelta.
after-the-pause = Dopo la pausa
fair-pause-effect = Il periodo già pagato si ferma durante la pausa e prosegue al termine. Il rinnovo si sposta di altrettanto tempo.
renewal = Rinnovo
renewal-moves = Si sposta dal giorno { $old } al giorno { $new }
nothing-to-pay-until = Nulla da pagare fino al giorno { $date }

## Another plan
plan-change-title = Passare a { $plan }
plan-change-legend = Quale piano?
plan-change-error = Scelga prima un piano.
plan-change-now = Il piano cambia oggi.
plan-change-at-renewal = Il piano cambia al rinnovo, il giorno { $date }. Fino ad allora resta com’è.
current-plan = Piano attuale
new-plan = Nuovo piano
price-of-plan = { $plan }, { $price }
charged-today = Addebito di oggi: { $amount }
credited = Accredito: { $amount }
nothing-charged-today = Oggi non viene addebitato nulla.
keep-with-plan-change = Passa a { $plan }
keep-with-yearly = Passa al pagamento annuale
keep-with-monthly = Passa al pagamento mensile

## Seats
seats-title =
    { $count ->
        [one] Ridurre a { $count } licenza
       *[other] Ridurre a { $count } licenze
    }
seats-effect =
    { $to ->
        [one] Da { $from } a { $to } licenza al rinnovo, il giorno { $date }. Fino ad allora non cambia nulla.
       *[other] Da { $from } a { $to } licenze al rinnovo, il giorno { $date }. Fino ad allora non cambia nulla.
    }
seats-count =
    { $count ->
        [one] { $count } licenza
       *[other] { $count } licenze
    }
seats = Licenze
keep-with-seats =
    { $count ->
        [one] Mantieni { $count } licenza
       *[other] Mantieni { $count } licenze
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } mese gratuito
       *[other] { $count } mesi gratuiti
    }
free-months-effect = Il piano resta com’è. Nulla da pagare fino al giorno { $date }.
keep-with-free-time = Mantieni il piano con il periodo gratuito

## A longer trial
trial-title =
    { $count ->
        [one] { $count } giorno di prova in più
       *[other] { $count } giorni di prova in più
    }
trial-effect = La prova continua fino al giorno { $date }. Prima di allora non viene addebitato nulla.
keep-with-trial = Prolunga la prova

## Credit
credit-title = { $amount } di credito
credit-effect = L’importo di { $amount } viene detratto dalle prossime fatture.
credit-effect-next = L’importo di { $amount } viene detratto dalla prossima fattura.
keep-with-credit = Mantieni il piano con il credito
refund-title = Rimborso di { $amount }
refund-effect = { $amount } della fattura datata { $date } vengono rimborsati con il metodo di pagamento utilizzato.
keep-with-refund = Mantieni il piano con il rimborso
refunded = Rimborso: { $amount }

## Talk to us
contact-title = Parlare con noi
contact-effect = L’abbonamento non cambia. Può tornare su questa pagina e disdire.
contact-book = Prenota una chiamata
contact-write = Invia un messaggio
contact-open = Apri
contact-call = Telefona

## Content
play-video = Riproduci il video
image-of = Immagine: { $caption }
video-of = Video: { $caption }
video-length = Durata { $time }
read-more = Continua a leggere
tip-setup = Aiuto per la configurazione
tip-setup-1 = Dica all’assistenza che cosa vuole ottenere. Può esaminare l’account insieme a Lei e configurarlo.
tip-setup-2 = Non costa nulla e il piano resta com’è.
tip-roadmap = Chiedere della funzione che manca
tip-roadmap-1 = Alcune funzioni hanno un altro nome o saranno presto disponibili. L’assistenza può dirglielo e segnala ciò che manca.
tip-roadmap-2 = Il piano resta com’è.
tip-support = Parlare con una persona
tip-support-1 = Dica all’assistenza che cosa non ha funzionato. Una persona legge e risponde.
tip-support-2 = Il piano resta com’è.

## Confirm
confirm-title = Disdire questo abbonamento?
what-ends = Che cosa termina
when = Quando
until-then = Fino ad allora
today = Oggi, { $date }
usable-until = Può usarlo come prima. Non si rinnova.
not-usable = Termina al momento della disdetta.
refund-on-cancel = Rimborso di { $amount } per il periodo non utilizzato.
no-refund-on-cancel = Il periodo non utilizzato non viene rimborsato.
end-legend = Quando deve terminare?
end-at-period = Il giorno { $date }, alla fine del periodo pagato
end-at-once = Oggi
end-at-once-refund = Oggi, con un rimborso di { $amount }
end-error = Scelga quando deve terminare.

## Receipt
receipt-title = L’abbonamento è stato disdetto
receipt-document-title = Conferma di disdetta
receipt-ends-on = Può usarlo fino al giorno { $date }. Non si rinnova.
receipt-ended = È terminato il giorno { $date }.
receipt-ends-today = Il piano termina oggi.
reference = Numero di riferimento
canceled-at = Disdetta
received-at = Ricezione
plan = Piano
undo-until = Può annullare la disdetta fino al giorno { $date }.
receipt-mailed = Una copia viene inviata a { $email }.

## Kept
kept-title = Il piano continua
paused-title = La pausa è stata impostata
changed-title = Il piano è stato modificato
trial-extended-title = La prova è stata prolungata
kept-unchanged = Non è cambiato nulla.
applied = Applicato
next-invoice = Prossima fattura
amount-on = { $amount } il giorno { $date }
you-pay-on = Il pagamento di { $amount } avviene il giorno { $date }.
nothing-to-pay = Non ci sono fatture da pagare.
applied-plan = { $plan } dal giorno { $date }
applied-plan-now = { $plan } da oggi
applied-seats =
    { $count ->
        [one] { $count } licenza dal giorno { $date }
       *[other] { $count } licenze dal giorno { $date }
    }
applied-trial = In prova fino al giorno { $date }
applied-credit = { $amount } di credito
applied-refund = Rimborso di { $amount }
applied-custom = La Sua scelta è attiva.

## Pending
pending-cancel-title = La disdetta è stata ricevuta
pending-cancel = È in corso di esecuzione. Può chiudere questa pagina; la disdetta resta valida. Fa fede l’ora indicata sotto.
pending-offer-title = La Sua scelta è stata ricevuta
pending-offer = È in corso di applicazione al piano. Può chiudere questa pagina; l’operazione prosegue da sola.
pending-undo-title = La richiesta di annullare la disdetta è stata ricevuta
pending-undo = È in corso di esecuzione. Può chiudere questa pagina; l’operazione prosegue da sola.
pending-custom = { $brand } se ne sta occupando. Può chiudere questa pagina; l’operazione prosegue da sola.
failed-custom = { $brand } non ha potuto attivare la Sua scelta. Non è cambiato nulla; può scegliere di nuovo.

## Opened another page instead of deciding
redirected-title = La pagina è aperta
redirected-to = Abbiamo aperto { $address }. L’abbonamento non è cambiato.
redirected-elsewhere = Abbiamo aperto un’altra pagina. L’abbonamento non è cambiato.
redirected-return = Torna alla disdetta

## Undo
undo-title = L’abbonamento termina il giorno { $date }
undo-explained = È già stato disdetto. Fino ad allora può annullare la disdetta oppure lasciare tutto com’è.
undone-title = L’abbonamento continua
undone = La disdetta è stata annullata.
failed-undo = Il gestore dei pagamenti ha rifiutato la modifica, quindi la disdetta resta valida. Riprovi oppure contatti l’assistenza indicando il numero di riferimento qui sotto.

## Survey after the cancellation
after-survey-title = Perché ha disdetto?
after-survey-explained = La disdetta è valida, che Lei risponda o meno.
send-answer = Invia
thank-you = Grazie
answer-recorded = La risposta è stata registrata.

## Messages
expired-title = Questa pagina è scaduta
expired = Torni al Suo account e prema di nuovo il pulsante per disdire. Si apre una nuova pagina.
unknown-title = Impossibile aprire questa pagina
unknown = Il link non è valido. Torni al Suo account e prema di nuovo il pulsante per disdire.
billing-down-title = Il piano non è visualizzabile in questo momento
billing-down = Il gestore dei pagamenti non risponde. Può disdire comunque: la richiesta viene registrata con la sua ora ed eseguita appena possibile.
error-title = Si è verificato un problema da parte nostra
error = Riprovi oppure disdica ora.
error-without-session = Torni al Suo account e prema di nuovo il pulsante per disdire.
shell-title = Apra questa pagina dal Suo account
shell = Torni al Suo account e prema lì il pulsante per disdire.
nothing-to-cancel-title = Nulla da disdire
nothing-to-cancel = Qui non risulta alcun abbonamento attivo. Se vede ancora addebiti, torni al Suo account e apra di nuovo questa pagina.
how-to-cancel = Se non funziona, scriva all’azienda che Le invia le fatture. Basta un messaggio in cui comunica la disdetta, con l’indirizzo e-mail del Suo account.
how-to-cancel-at = Se non funziona, scriva a { $contact }. Basta un messaggio in cui comunica la disdetta, con l’indirizzo e-mail del Suo account.
