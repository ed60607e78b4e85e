### The words of the retention view in German. The customer is addressed as "Sie".

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Problem: { $title }
date-and-time = { $date }, { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Jetzt kündigen
cancel-subscription = Abo kündigen
continue-to-cancel = Weiter zur Kündigung
show-another-option = Andere Möglichkeit zeigen
keep-with-offer = Tarif mit diesem Angebot behalten
keep-with-pause = Tarif pausieren
keep-plan = Tarif behalten
keep-subscription = Abo behalten
undo-cancellation = Kündigung zurücknehmen
close = Schließen
back-to = Zurück zu { $brand }
check-again = Erneut prüfen
try-again = Erneut versuchen
download-receipt = Bestätigung herunterladen
optional = (freiwillig)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } pro Tag
       *[other] { $amount } alle { $count } Tage
    }
price-by-week =
    { $count ->
        [1] { $amount } pro Woche
       *[other] { $amount } alle { $count } Wochen
    }
price-by-month =
    { $count ->
        [1] { $amount } pro Monat
       *[other] { $amount } alle { $count } Monate
    }
price-by-year =
    { $count ->
        [1] { $amount } pro Jahr
       *[other] { $amount } alle { $count } Jahre
    }
renews = { $price }, verlängert sich bis zur Kündigung
renews-only = Verlängert sich bis zur Kündigung

## Where a subscription stands
paid-until = Bezahlt bis { $date }
trial-until = Testphase bis { $date }
payment-overdue = Eine Zahlung ist überfällig
paused-until = Pausiert bis { $date }
paused-without-end = Pausiert
already-ends-on = Gekündigt, endet am { $date }

## What the finishing control does
cancel-effect-on = Wenn Sie jetzt kündigen, endet Ihr Tarif am { $date }.
cancel-effect-at-once = Wenn Sie jetzt kündigen, endet Ihr Tarif heute.
cancel-effect-refund = Wenn Sie jetzt kündigen, endet Ihr Tarif heute und { $amount } werden für die nicht genutzte Zeit erstattet.

## Which subscription
choose-title = Welches Abo?
choose-legend = Sie haben mehrere. Wählen Sie das Abo, das Sie kündigen möchten.
choose-error = Wählen Sie zuerst ein Abo.

## Reason
reason-title = Abo kündigen
reason-legend = Warum kündigen Sie?
reason-error = Wählen Sie einen Grund, um fortzufahren, oder kündigen Sie jetzt ohne Angabe.
comment-label = Möchten Sie etwas ergänzen?
comment-too-long =
    { $count ->
        [one] Bitte kürzen Sie Ihren Text auf { $count } Zeichen.
       *[other] Bitte kürzen Sie Ihren Text auf { $count } Zeichen.
    }
reason-too-expensive = Es ist zu teuer
reason-unused = Ich nutze es nicht oft genug
reason-missing-features = Mir fehlen Funktionen
reason-switched-service = Ich wechsle zu einem anderen Anbieter
reason-too-complex = Es ist zu kompliziert
reason-low-quality = Die Qualität entspricht nicht meinen Erwartungen
reason-customer-service = Der Kundenservice entspricht nicht meinen Erwartungen
reason-other = Etwas anderes
follow-up-label = Können Sie etwas mehr dazu sagen?
follow-up-feature = Welche Funktion fehlt Ihnen?
follow-up-service = Zu welchem Anbieter wechseln Sie?
follow-up-price = Welcher Preis wäre für Sie passend?

## Offers, around all kinds
offer-label = Angebot
tip-label = Tipp
with-this-offer = Mit diesem Angebot
starts = Beginn
next-invoice-on = Nächste Rechnung, { $date }
ends = Ende
after-that = Danach
price-now = Jetzt
price-later = Ab { $date }
offer-footnote = Sie können weiterhin jederzeit kündigen.
offer-gone = Dieses Angebot gilt für Ihren Tarif nicht mehr. Es hat sich nichts geändert.
not-carried-out = Der Zahlungsdienst hat die letzte Änderung abgelehnt. Es hat sich nichts geändert; Sie können neu wählen.
other-subscription = Diese Seite gehört zu einem anderen Abo. Es hat sich nichts geändert.
offers-title = Wählen Sie eine Möglichkeit oder kündigen Sie jetzt
offers-legend = Ihre Möglichkeiten
offers-error = Wählen Sie zuerst eine Möglichkeit oder kündigen Sie jetzt.
choose-this-offer = Auswählen
accept-offer = Angebot annehmen

## Discount
discount-once = { $reduction } Rabatt auf die nächste Rechnung
discount-months =
    { $count ->
        [one] { $reduction } Rabatt für { $count } Monat
       *[other] { $reduction } Rabatt für { $count } Monate
    }
discount-forever = { $reduction } Rabatt, solange Ihr Abo läuft
discount-ends = Rabatt endet
discount-without-end = Der Rabatt endet nicht
discount-replaces = Er ersetzt den Rabatt, den Sie jetzt haben.
keep-with-discount = Tarif zu diesem Preis behalten

## Pause
pause-title = Tarif pausieren
pause-legend = Wie lange?
pause-months =
    { $count ->
        [one] { $count } Monat
       *[other] { $count } Monate
    }
pause-error = Wählen Sie die Dauer der Pause.
resumes = Läuft weiter ab
resumes-on = Läuft ab { $date } weiter
pause-effect = Keine Rechnungen während der Pause. Ihr Tarif läuft am gewählten Tag von selbst weiter.
after-the-pause = Nach der Pause
fair-pause-effect = Ihre bezahlte Zeit ruht während der Pause und läuft danach weiter. Die Verlängerung verschiebt sich um dieselbe Zeit.
renewal = Verlängerung
renewal-moves = Verschiebt sich vom { $old } auf den { $new }
nothing-to-pay-until = Bis { $date } ist nichts zu zahlen

## Another plan
plan-change-title = Zu { $plan } wechseln
plan-change-legend = Welcher Tarif?
plan-change-error = Wählen Sie zuerst einen Tarif.
plan-change-now = Ihr Tarif wechselt heute.
plan-change-at-renewal = Ihr Tarif wechselt mit der Verlängerung am { $date }. Bis dahin bleibt er, wie er ist.
current-plan = Ihr Tarif jetzt
new-plan = Neuer Tarif
price-of-plan = { $plan }, { $price }
charged-today = Heute berechnet: { $amount }
credited = Gutgeschrieben: { $amount }
nothing-charged-today = Heute wird nichts berechnet.
keep-with-plan-change = Zu { $plan } wechseln
keep-with-yearly = Zu jährlicher Zahlung wechseln
keep-with-monthly = Zu monatlicher Zahlung wechseln

## Seats
seats-title =
    { $count ->
        [one] Auf { $count } Platz verringern
       *[other] Auf { $count } Plätze verringern
    }
seats-effect =
    { $to ->
        [one] Von { $from } auf { $to } Platz mit der Verlängerung am { $date }. Bis dahin ändert sich nichts.
       *[other] Von { $from } auf { $to } Plätze mit der Verlängerung am { $date }. Bis dahin ändert sich nichts.
    }
seats-count =
    { $count ->
        [one] { $count } Platz
       *[other] { $count } Plätze
    }
seats = Plätze
keep-with-seats =
    { $count ->
        [one] { $count } Platz behalten
       *[other] { $count } Plätze behalten
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } Monat kostenlos
       *[other] { $count } Monate kostenlos
    }
free-months-effect = Der Tarif bleibt, wie er ist. Bis { $date } ist nichts zu zahlen.
keep-with-free-time = Tarif mit kostenloser Zeit behalten

## A longer trial
trial-title =
    { $count ->
        [one] { $count } weiterer Testtag
       *[other] { $count } weitere Testtage
    }
trial-effect = Ihre Testphase läuft bis { $date }. Vorher wird nichts berechnet.
keep-with-trial = Testphase verlängern

## Credit
credit-title = { $amount } Guthaben
credit-effect = { $amount } werden von Ihren nächsten Rechnungen abgezogen.
credit-effect-next = { $amount } werden von Ihrer nächsten Rechnung abgezogen.
keep-with-credit = Tarif mit Guthaben behalten
refund-title = { $amount } zurück
refund-effect = { $amount } der Rechnung vom { $date } werden auf dem Weg erstattet, auf dem Sie bezahlt haben.
keep-with-refund = Tarif mit Erstattung behalten
refunded = Erstattet: { $amount }

## Talk to us
contact-title = Mit uns sprechen
contact-effect = Ihr Abo ändert sich nicht. Sie können auf diese Seite zurückkommen und kündigen.
contact-book = Gespräch vereinbaren
contact-write = Uns schreiben
contact-open = Öffnen
contact-call = Uns anrufen

## Content
play-video = Video abspielen
image-of = Bild: { $caption }
video-of = Video: { $caption }
video-length = Länge { $time }
read-more = Mehr lesen
tip-setup = Hilfe beim Einrichten
tip-setup-1 = Sagen Sie dem Support, was Sie erreichen möchten. Er kann Ihr Konto mit Ihnen ansehen und einrichten.
tip-setup-2 = Das kostet nichts, und Ihr Tarif bleibt, wie er ist.
tip-roadmap = Nach der fehlenden Funktion fragen
tip-roadmap-1 = Manche Funktionen heißen anders oder erscheinen bald. Der Support kann Ihnen das sagen und gibt weiter, was fehlt.
tip-roadmap-2 = Ihr Tarif bleibt, wie er ist.
tip-support = Mit einem Menschen sprechen
tip-support-1 = Sagen Sie dem Support, was nicht gut lief. Ein Mensch liest es und antwortet.
tip-support-2 = Ihr Tarif bleibt, wie er ist.

## Confirm
confirm-title = Dieses Abo kündigen?
what-ends = Was endet
when = Wann
until-then = Bis dahin
today = Heute, { $date }
usable-until = Sie können es wie bisher nutzen. Es verlängert sich nicht.
not-usable = Es endet, sobald Sie kündigen.
refund-on-cancel = { $amount } werden für die nicht genutzte Zeit erstattet.
no-refund-on-cancel = Die nicht genutzte Zeit wird nicht erstattet.
end-legend = Wann soll es enden?
end-at-period = Am { $date }, mit dem Ende der bezahlten Zeit
end-at-once = Heute
end-at-once-refund = Heute, mit einer Erstattung von { $amount }
end-error = Wählen Sie, wann es enden soll.

## Receipt
receipt-title = Ihr Abo ist gekündigt
receipt-document-title = Kündigungsbestätigung
receipt-ends-on = Sie können es bis { $date } nutzen. Es verlängert sich nicht.
receipt-ended = Es endete am { $date }.
receipt-ends-today = Ihr Tarif endet heute.
reference = Vorgangsnummer
canceled-at = Gekündigt
received-at = Eingegangen
plan = Tarif
undo-until = Sie können dies bis { $date } zurücknehmen.
receipt-mailed = Eine Kopie geht an { $email }.

## Kept
kept-title = Ihr Tarif läuft weiter
paused-title = Ihre Pause ist eingetragen
changed-title = Ihr Tarif ist geändert
trial-extended-title = Ihre Testphase ist verlängert
kept-unchanged = Es hat sich nichts geändert.
applied = Übernommen
next-invoice = Nächste Rechnung
amount-on = { $amount } am { $date }
you-pay-on = Sie zahlen { $amount } am { $date }.
nothing-to-pay = Es ist keine Rechnung zu zahlen.
applied-plan = { $plan } ab { $date }
applied-plan-now = { $plan } ab heute
applied-seats =
    { $count ->
        [one] { $count } Platz ab { $date }
       *[other] { $count } Plätze ab { $date }
    }
applied-trial = Testphase bis { $date }
applied-credit = { $amount } Guthaben
applied-refund = { $amount } erstattet
applied-custom = Ihre Wahl ist eingerichtet.

## Pending
pending-cancel-title = Ihre Kündigung ist eingegangen
pending-cancel = Sie wird ausgeführt. Sie können diese Seite schließen; die Kündigung gilt. Es zählt der unten genannte Zeitpunkt.
pending-offer-title = Ihre Wahl ist eingegangen
pending-offer = Sie wird für Ihren Tarif übernommen. Sie können diese Seite schließen; es geht ohne Sie weiter.
pending-undo-title = Ihre Rücknahme ist eingegangen
pending-undo = Sie wird ausgeführt. Sie können diese Seite schließen; es geht ohne Sie weiter.
pending-custom = { $brand } richtet es ein. Sie können diese Seite schließen; es geht ohne Sie weiter.
failed-custom = { $brand } konnte dies nicht einrichten. Es hat sich nichts geändert; Sie können neu wählen.

## Opened another page instead of deciding
redirected-title = Die Seite ist geöffnet
redirected-to = { $address } wurde geöffnet. Ihr Abo hat sich nicht geändert.
redirected-elsewhere = Eine andere Seite wurde geöffnet. Ihr Abo hat sich nicht geändert.
redirected-return = Zurück zur Kündigung

## Undo
undo-title = Ihr Abo endet am { $date }
undo-explained = Es ist bereits gekündigt. Sie können die Kündigung bis dahin zurücknehmen oder es dabei lassen.
undone-title = Ihr Abo läuft weiter
undone = Die Kündigung ist zurückgenommen.
failed-undo = Der Zahlungsdienst hat die Änderung abgelehnt, Ihre Kündigung gilt also weiterhin. Versuchen Sie es erneut oder wenden Sie sich mit der Vorgangsnummer unten an den Support.

## Survey after the cancellation
after-survey-title = Warum haben Sie gekündigt?
after-survey-explained = Ihr Abo ist gekündigt, ob Sie antworten oder nicht.
send-answer = Senden
thank-you = Vielen Dank
answer-recorded = Ihre Antwort ist gespeichert.

## Messages
expired-title = Diese Seite ist abgelaufen
expired = Gehen Sie zurück zu Ihrem Konto und klicken Sie dort erneut auf „Kündigen“. Es öffnet sich eine neue Seite.
unknown-title = Diese Seite lässt sich nicht öffnen
unknown = Der Link ist nicht gültig. Gehen Sie zurück zu Ihrem Konto und klicken Sie dort erneut auf „Kündigen“.
billing-down-title = Ihr Tarif kann gerade nicht angezeigt werden
billing-down = Der Zahlungsdienst antwortet nicht. Sie können trotzdem kündigen: Ihr Auftrag wird mit seiner Uhrzeit gespeichert und so bald wie möglich ausgeführt.
error-title = Bei uns ist etwas schiefgegangen
error = Versuchen Sie es erneut oder kündigen Sie jetzt.
error-without-session = Gehen Sie zurück zu Ihrem Konto und klicken Sie dort erneut auf „Kündigen“.
shell-title = Öffnen Sie diese Seite aus Ihrem Konto
shell = Gehen Sie zurück zu Ihrem Konto und klicken Sie dort auf „Kündigen“.
nothing-to-cancel-title = Nichts zu kündigen
nothing-to-cancel = Hier läuft kein Abo. Falls Sie weiterhin Abbuchungen sehen, gehen Sie zurück zu Ihrem Konto und öffnen Sie diese Seite erneut.
how-to-cancel = Falls das nicht gelingt, schreiben Sie dem Unternehmen, das Ihnen die Rechnungen stellt. Eine Nachricht, dass Sie kündigen, mit der E-Mail-Adresse Ihres Kontos genügt.
how-to-cancel-at = Falls das nicht gelingt, schreiben Sie an { $contact }. Eine Nachricht, dass Sie kündigen, mit der E-Mail-Adresse Ihres Kontos genügt.
