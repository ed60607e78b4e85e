### The words of the retention view in Polish. The customer is addressed as "Ty", without past forms that tell a gender.

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Problem: { $title }
date-and-time = { $date }, { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Zrezygnuj teraz
cancel-subscription = Zrezygnuj z subskrypcji
continue-to-cancel = Przejdź do rezygnacji
show-another-option = Pokaż inną opcję
keep-with-offer = Zachowaj plan z tą ofertą
keep-with-pause = Wstrzymaj plan
keep-plan = Zachowaj plan
keep-subscription = Zachowaj subskrypcję
undo-cancellation = Cofnij rezygnację
close = Zamknij
back-to = Wróć na stronę { $brand }
check-again = Sprawdź ponownie
try-again = Spróbuj ponownie
download-receipt = Pobierz potwierdzenie
optional = (opcjonalnie)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } dziennie
        [few] { $amount } co { $count } dni
        [many] { $amount } co { $count } dni
       *[other] { $amount } co { $count } dnia
    }
price-by-week =
    { $count ->
        [1] { $amount } tygodniowo
        [few] { $amount } co { $count } tygodnie
        [many] { $amount } co { $count } tygodni
       *[other] { $amount } co { $count } tygodnia
    }
price-by-month =
    { $count ->
        [1] { $amount } miesięcznie
        [few] { $amount } co { $count } miesiące
        [many] { $amount } co { $count } miesięcy
       *[other] { $amount } co { $count } miesiąca
    }
price-by-year =
    { $count ->
        [1] { $amount } rocznie
        [few] { $amount } co { $count } lata
        [many] { $amount } co { $count } lat
       *[other] { $amount } co { $count } roku
    }
renews = { $price }, odnawia się do czasu rezygnacji
renews-only = Odnawia się do czasu rezygnacji

## Where a subscription stands
paid-until = Opłacono do { $date }
trial-until = Okres próbny do { $date }
payment-overdue = Płatność jest zaległa
paused-until = Wstrzymano do { $date }
paused-without-end = Wstrzymano
already-ends-on = Rezygnacja przyjęta, koniec { $date }

## What the finishing control does
cancel-effect-on = Jeśli zrezygnujesz teraz, plan zakończy się { $date }.
cancel-effect-at-once = Jeśli zrezygnujesz teraz, plan zakończy się dzisiaj.
cancel-effect-refund = Jeśli zrezygnujesz teraz, plan zakończy się dzisiaj, a za niewykorzystany czas otrzymasz zwrot { $amount }.

## Which subscription
choose-title = Która subskrypcja?
choose-legend = Masz kilka subskrypcji. Wybierz tę, z której rezygnujesz.
choose-error = Najpierw wybierz subskrypcję.

## Reason
reason-title = Rezygnacja z subskrypcji
reason-legend = Dlaczego rezygnujesz?
reason-error = Wybierz powód, aby przejść dalej, lub zrezygnuj teraz bez podawania powodu.
comment-label = Chcesz coś dodać?
comment-too-long =
    { $count ->
        [one] Skróć tekst do { $count } znaku.
        [few] Skróć tekst do { $count } znaków.
        [many] Skróć tekst do { $count } znaków.
       *[other] Skróć tekst do { $count } znaku.
    }
reason-too-expensive = To za drogie
reason-unused = Za mało z tego korzystam
reason-missing-features = Brakuje funkcji, których potrzebuję
reason-switched-service = Przechodzę do innej usługi
reason-too-complex = Zbyt trudno się z tego korzysta
reason-low-quality = Jakość nie spełnia moich oczekiwań
reason-customer-service = Obsługa klienta nie spełnia moich oczekiwań
reason-other = Inny powód
follow-up-label = Czy możesz powiedzieć coś więcej?
follow-up-feature = Jakiej funkcji brakuje?
follow-up-service = Do jakiej usługi przechodzisz?
follow-up-price = Jaka cena byłaby odpowiednia?

## Offers, around all kinds
offer-label = Oferta
tip-label = Wskazówka
with-this-offer = Z tą ofertą
starts = Początek
next-invoice-on = Następna faktura, { $date }
ends = Koniec
after-that = Potem
price-now = Teraz
price-later = Od { $date }
offer-footnote = Nadal możesz zrezygnować w każdej chwili.
offer-gone = Ta oferta nie jest już dostępna dla Twojego planu. Nic się nie zmieniło.
not-carried-out = Operator płatności odrzucił ostatnią zmianę. Nic się nie zmieniło; możesz wybrać ponownie.
other-subscription = Ta strona dotyczy innej subskrypcji. Nic się nie zmieniło.
offers-title = Wybierz jedną z opcji lub zrezygnuj teraz
offers-legend = Opcje
offers-error = Najpierw wybierz jedną z opcji lub zrezygnuj teraz.
choose-this-offer = Wybierz
accept-offer = Przyjmij ofertę

## Discount
discount-once = { $reduction } rabatu na następną fakturę
discount-months =
    { $count ->
        [one] { $reduction } rabatu przez { $count } miesiąc
        [few] { $reduction } rabatu przez { $count } miesiące
        [many] { $reduction } rabatu przez { $count } miesięcy
       *[other] { $reduction } rabatu przez { $count } miesiąca
    }
discount-forever = { $reduction } rabatu przez cały czas trwania subskrypcji
discount-ends = Koniec rabatu
discount-without-end = Rabat nie ma daty końcowej
discount-replaces = Zastępuje obecny rabat.
keep-with-discount = Zachowaj plan w tej cenie

## Pause
pause-title = Wstrzymanie planu
pause-legend = Na jak długo?
pause-months =
    { $count ->
        [one] { $count } miesiąc
        [few] { $count } miesiące
        [many] { $count } miesięcy
       *[other] { $count } miesiąca
    }
pause-error = Wybierz, na jak długo wstrzymać plan.
resumes = Wznowienie
resumes-on = Wznowienie { $date }
pause-effect = W czasie wstrzymania nie wystawiamy faktur. W wybranym dniu plan wznawia się sam.
after-the-pause = Po wznowieniu
fair-pause-effect = Opłacony czas zatrzymuje się na okres wstrzymania i biegnie dalej po wznowieniu. Odnowienie przesuwa się o tyle samo.
renewal = Odnowienie
renewal-moves = Przesuwa się z { $old } na { $new }
nothing-to-pay-until = Do { $date } nic nie płacisz

## Another plan
plan-change-title = Zmiana planu na { $plan }
plan-change-legend = Który plan?
plan-change-error = Najpierw wybierz plan.
plan-change-now = Plan zmienia się dzisiaj.
plan-change-at-renewal = Plan zmienia się przy odnowieniu { $date }. Do tego czasu pozostaje bez zmian.
current-plan = Obecny plan
new-plan = Nowy plan
price-of-plan = { $plan }, { $price }
charged-today = Do zapłaty dzisiaj: { $amount }
credited = Na poczet kolejnych faktur: { $amount }
nothing-charged-today = Dzisiaj nie pobieramy żadnej opłaty.
keep-with-plan-change = Zmień plan na { $plan }
keep-with-yearly = Zmień na płatność roczną
keep-with-monthly = Zmień na płatność miesięczną

## Seats
seats-title =
    { $count ->
        [one] Zmniejszenie do { $count } licencji
        [few] Zmniejszenie do { $count } licencji
        [many] Zmniejszenie do { $count } licencji
       *[other] Zmniejszenie do { $count } licencji
    }
seats-effect =
    { $to ->
        [one] Z { $from } do { $to } licencji przy odnowieniu { $date }. Do tego czasu nic się nie zmienia.
        [few] Z { $from } do { $to } licencji przy odnowieniu { $date }. Do tego czasu nic się nie zmienia.
        [many] Z { $from } do { $to } licencji przy odnowieniu { $date }. Do tego czasu nic się nie zmienia.
       *[other] Z { $from } do { $to } licencji przy odnowieniu { $date }. Do tego czasu nic się nie zmienia.
    }
seats-count =
    { $count ->
        [one] { $count } licencja
        [few] { $count } licencje
        [many] { $count } licencji
       *[other] { $count } licencji
    }
seats = Licencje
keep-with-seats =
    { $count ->
        [one] Zachowaj { $count } licencję
        [few] Zachowaj { $count } licencje
        [many] Zachowaj { $count } licencji
       *[other] Zachowaj { $count } licencji
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } miesiąc bezpłatnie
        [few] { $count } miesiące bezpłatnie
        [many] { $count } miesięcy bezpłatnie
       *[other] { $count } miesiąca bezpłatnie
    }
free-months-effect = Plan pozostaje bez zmian. Do { $date } nic nie płacisz.
keep-with-free-time = Zachowaj plan z bezpłatnym okresem

## A longer trial
trial-title =
    { $count ->
        [one] { $count } dodatkowy dzień okresu próbnego
        [few] { $count } dodatkowe dni okresu próbnego
        [many] { $count } dodatkowych dni okresu próbnego
       *[other] { $count } dodatkowego dnia okresu próbnego
    }
trial-effect = Okres próbny trwa do { $date }. Wcześniej nie pobieramy żadnej opłaty.
keep-with-trial = Przedłuż okres próbny

## Credit
credit-title = Bonifikata { $amount }
credit-effect = Kwotę { $amount } odliczamy od kolejnych faktur.
credit-effect-next = Kwotę { $amount } odliczamy od następnej faktury.
keep-with-credit = Zachowaj plan z bonifikatą
refund-title = Zwrot { $amount }
refund-effect = Z faktury z dnia { $date } zwracamy { $amount } tą samą metodą płatności.
keep-with-refund = Zachowaj plan ze zwrotem
refunded = Zwrócono: { $amount }

## Talk to us
contact-title = Porozmawiaj z nami
contact-effect = Subskrypcja się nie zmienia. Możesz wrócić na tę stronę i zrezygnować.
contact-book = Umów rozmowę
contact-write = Napisz do nas
contact-open = Otwórz
contact-call = Zadzwoń do nas

## Content
play-video = Odtwórz film
image-of = Obraz: { $caption }
video-of = Film: { $caption }
video-length = Długość { $time }
read-more = Czytaj więcej
tip-setup = Pomoc w konfiguracji
tip-setup-1 = Powiedz obsłudze klienta, co chcesz osiągnąć. Konsultant może przejrzeć z Tobą konto i je skonfigurować.
tip-setup-2 = To nic nie kosztuje, a plan pozostaje bez zmian.
tip-roadmap = Zapytaj o brakującą funkcję
tip-roadmap-1 = Niektóre funkcje mają inną nazwę lub wkrótce się pojawią. Obsługa klienta może to sprawdzić i przekazuje dalej, czego brakuje.
tip-roadmap-2 = Plan pozostaje bez zmian.
tip-support = Porozmawiaj z człowiekiem
tip-support-1 = Powiedz obsłudze klienta, co poszło nie tak. Wiadomość czyta człowiek i na nią odpowiada.
tip-support-2 = Plan pozostaje bez zmian.

## Confirm
confirm-title = Zrezygnować z tej subskrypcji?
what-ends = Co się kończy
when = Kiedy
until-then = Do tego czasu
today = Dzisiaj, { $date }
usable-until = Możesz z niej korzystać jak dotąd. Subskrypcja się nie odnowi.
not-usable = Kończy się z chwilą rezygnacji.
refund-on-cancel = Za niewykorzystany czas otrzymasz zwrot { $amount }.
no-refund-on-cancel = Za niewykorzystany czas nie ma zwrotu.
end-legend = Kiedy ma się zakończyć?
end-at-period = { $date }, z końcem opłaconego okresu
end-at-once = Dzisiaj
end-at-once-refund = Dzisiaj, ze zwrotem { $amount }
end-error = Wybierz, kiedy ma się zakończyć.

## Receipt
receipt-title = Rezygnacja z subskrypcji została przyjęta
receipt-document-title = Potwierdzenie rezygnacji
receipt-ends-on = Możesz korzystać z subskrypcji do { $date }. Nie odnowi się.
receipt-ended = Subskrypcja zakończyła się { $date }.
receipt-ends-today = Plan kończy się dzisiaj.
reference = Numer referencyjny
canceled-at = Rezygnacja
received-at = Otrzymano
plan = Plan
undo-until = Możesz cofnąć rezygnację do { $date }.
receipt-mailed = Kopię wysyłamy na adres { $email }.

## Kept
kept-title = Twój plan pozostaje aktywny
paused-title = Wstrzymanie zostało ustawione
changed-title = Plan został zmieniony
trial-extended-title = Okres próbny został przedłużony
kept-unchanged = Nic się nie zmieniło.
applied = Zastosowano
next-invoice = Następna faktura
amount-on = { $amount } w dniu { $date }
you-pay-on = W dniu { $date } płacisz { $amount }.
nothing-to-pay = Nie ma faktury do zapłaty.
applied-plan = { $plan } od { $date }
applied-plan-now = { $plan } od dzisiaj
applied-seats =
    { $count ->
        [one] { $count } licencja od { $date }
        [few] { $count } licencje od { $date }
        [many] { $count } licencji od { $date }
       *[other] { $count } licencji od { $date }
    }
applied-trial = Okres próbny do { $date }
applied-credit = Bonifikata { $amount }
applied-refund = Zwrot { $amount }
applied-custom = Wybrana opcja jest gotowa.

## Pending
pending-cancel-title = Otrzymaliśmy Twoją rezygnację
pending-cancel = Właśnie ją realizujemy. Możesz zamknąć tę stronę; rezygnacja jest ważna. Liczy się czas podany poniżej.
pending-offer-title = Otrzymaliśmy Twój wybór
pending-offer = Właśnie wprowadzamy go w Twoim planie. Możesz zamknąć tę stronę; dalsze kroki odbywają się automatycznie.
pending-undo-title = Otrzymaliśmy cofnięcie rezygnacji
pending-undo = Właśnie je realizujemy. Możesz zamknąć tę stronę; dalsze kroki odbywają się automatycznie.
pending-custom = { $brand } się tym zajmuje. Możesz zamknąć tę stronę; dalsze kroki odbywają się automatycznie.
failed-custom = Firmie { $brand } nie udało się tego wprowadzić. Nic się nie zmieniło; możesz wybrać ponownie.

## Opened another page instead of deciding
redirected-title = Strona została otwarta
redirected-to = Otworzyliśmy { $address }. Subskrypcja się nie zmieniła.
redirected-elsewhere = Otworzyliśmy inną stronę. Subskrypcja się nie zmieniła.
redirected-return = Wróć do rezygnacji

## Undo
undo-title = Subskrypcja kończy się { $date }
undo-explained = Rezygnacja została już złożona. Do tego czasu możesz ją cofnąć lub pozostawić.
undone-title = Twoja subskrypcja pozostaje aktywna
undone = Rezygnacja została cofnięta.
failed-undo = Operator płatności odrzucił zmianę, więc rezygnacja pozostaje ważna. Spróbuj ponownie lub skontaktuj się z obsługą klienta i podaj poniższy numer referencyjny.

## Survey after the cancellation
after-survey-title = Jaki jest powód rezygnacji?
after-survey-explained = Rezygnacja jest ważna niezależnie od tego, czy odpowiesz.
send-answer = Wyślij
thank-you = Dziękujemy
answer-recorded = Twoja odpowiedź została zapisana.

## Messages
expired-title = Ta strona wygasła
expired = Wróć na swoje konto i ponownie naciśnij przycisk rezygnacji. Otworzy się nowa strona.
unknown-title = Nie można otworzyć tej strony
unknown = Link jest nieprawidłowy. Wróć na swoje konto i ponownie naciśnij przycisk rezygnacji.
billing-down-title = W tej chwili nie można wyświetlić planu
billing-down = Operator płatności nie odpowiada. Mimo to możesz zrezygnować: zgłoszenie zapisujemy wraz z godziną i realizujemy najszybciej, jak to możliwe.
error-title = Coś poszło nie tak po naszej stronie
error = Spróbuj ponownie lub zrezygnuj teraz.
error-without-session = Wróć na swoje konto i ponownie naciśnij przycisk rezygnacji.
shell-title = Otwórz tę stronę ze swojego konta
shell = Wróć na swoje konto i naciśnij tam przycisk rezygnacji.
nothing-to-cancel-title = Nie ma z czego rezygnować
nothing-to-cancel = Nie ma tu aktywnej subskrypcji. Jeśli nadal widzisz opłaty, wróć na swoje konto i otwórz tę stronę ponownie.
how-to-cancel = Jeśli to się nie uda, napisz do firmy, która wystawia Ci faktury. Wystarczy wiadomość o rezygnacji z adresem e-mail Twojego konta.
how-to-cancel-at = Jeśli to się nie uda, napisz na adres { $contact }. Wystarczy wiadomość o rezygnacji z adresem e-mail Twojego konta.
