### The words of the retention view in Ukrainian. The customer is addressed as "ви". A date ends in "р.", so no sentence ends with one.

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Проблема: { $title }
date-and-time = { $date }, { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Скасувати зараз
cancel-subscription = Скасувати підписку
continue-to-cancel = Перейти до скасування
show-another-option = Показати інший варіант
keep-with-offer = Залишити план із цією пропозицією
keep-with-pause = Поставити план на паузу
keep-plan = Залишити план
keep-subscription = Залишити підписку
undo-cancellation = Відкликати скасування
close = Закрити
back-to = Назад до { $brand }
check-again = Перевірити ще раз
try-again = Спробувати ще раз
download-receipt = Завантажити підтвердження
optional = (необов’язково)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } на день
        [one] { $amount } кожен { $count } день
        [few] { $amount } кожні { $count } дні
        [many] { $amount } кожні { $count } днів
       *[other] { $amount } кожні { $count } дня
    }
price-by-week =
    { $count ->
        [1] { $amount } на тиждень
        [one] { $amount } кожен { $count } тиждень
        [few] { $amount } кожні { $count } тижні
        [many] { $amount } кожні { $count } тижнів
       *[other] { $amount } кожні { $count } тижня
    }
price-by-month =
    { $count ->
        [1] { $amount } на місяць
        [one] { $amount } кожен { $count } місяць
        [few] { $amount } кожні { $count } місяці
        [many] { $amount } кожні { $count } місяців
       *[other] { $amount } кожні { $count } місяця
    }
price-by-year =
    { $count ->
        [1] { $amount } на рік
        [one] { $amount } кожен { $count } рік
        [few] { $amount } кожні { $count } роки
        [many] { $amount } кожні { $count } років
       *[other] { $amount } кожні { $count } року
    }
renews = { $price }, поновлюється до скасування
renews-only = Поновлюється до скасування

## Where a subscription stands
paid-until = Оплачено до { $date }
trial-until = Пробний період до { $date }
payment-overdue = Є прострочений платіж
paused-until = На паузі до { $date }
paused-without-end = На паузі
already-ends-on = Скасовано, діє до { $date }

## What the finishing control does
cancel-effect-on = Якщо скасувати зараз, то { $date } план завершиться.
cancel-effect-at-once = Якщо скасувати зараз, план завершиться сьогодні.
cancel-effect-refund = Якщо скасувати зараз, план завершиться сьогодні, а за невикористаний час буде повернено { $amount }.

## Which subscription
choose-title = Яка підписка?
choose-legend = У вас кілька підписок. Виберіть ту, яку потрібно скасувати.
choose-error = Спочатку виберіть підписку.

## Reason
reason-title = Скасування підписки
reason-legend = Чому ви скасовуєте підписку?
reason-error = Виберіть причину, щоб продовжити, або скасуйте зараз без неї.
comment-label = Бажаєте щось додати?
comment-too-long =
    { $count ->
        [one] Скоротіть текст до { $count } символу.
        [few] Скоротіть текст до { $count } символів.
        [many] Скоротіть текст до { $count } символів.
       *[other] Скоротіть текст до { $count } символу.
    }
reason-too-expensive = Це задорого
reason-unused = Користуюся недостатньо часто
reason-missing-features = Бракує потрібних мені функцій
reason-switched-service = Переходжу на інший сервіс
reason-too-complex = Занадто складно користуватися
reason-low-quality = Якість не така, як я очікую
reason-customer-service = Обслуговування не таке, як я очікую
reason-other = Інша причина
follow-up-label = Можете розповісти трохи більше?
follow-up-feature = Якої функції бракує?
follow-up-service = На який сервіс ви переходите?
follow-up-price = Яка ціна була б для вас прийнятною?

## Offers, around all kinds
offer-label = Пропозиція
tip-label = Порада
with-this-offer = Із цією пропозицією
starts = Початок
next-invoice-on = Наступний рахунок, { $date }
ends = Завершення
after-that = Після цього
price-now = Зараз
price-later = З { $date }
offer-footnote = Ви й надалі можете скасувати в будь-який час.
offer-gone = Ця пропозиція більше не діє для вашого плану. Нічого не змінилося.
not-carried-out = Платіжний сервіс відхилив останню зміну. Нічого не змінилося, ви можете вибрати ще раз.
other-subscription = Ця сторінка стосується іншої підписки. Нічого не змінилося.
offers-title = Виберіть один із варіантів або скасуйте зараз
offers-legend = Ваші варіанти
offers-error = Спочатку виберіть варіант або скасуйте зараз.
choose-this-offer = Вибрати
accept-offer = Прийняти пропозицію

## Discount
discount-once = Знижка { $reduction } на наступний рахунок
discount-months =
    { $count ->
        [one] Знижка { $reduction } на { $count } місяць
        [few] Знижка { $reduction } на { $count } місяці
        [many] Знижка { $reduction } на { $count } місяців
       *[other] Знижка { $reduction } на { $count } місяця
    }
discount-forever = Знижка { $reduction } на весь час підписки
discount-ends = Знижка діє до
discount-without-end = Без обмеження в часі
discount-replaces = Вона замінює вашу теперішню знижку.
keep-with-discount = Залишити план за цією ціною

## Pause
pause-title = Поставити план на паузу
pause-legend = На який час?
pause-months =
    { $count ->
        [one] { $count } місяць
        [few] { $count } місяці
        [many] { $count } місяців
       *[other] { $count } місяця
    }
pause-error = Виберіть тривалість паузи.
resumes = Відновлення
resumes-on = Відновиться { $date }
pause-effect = Під час паузи рахунків немає. План відновиться сам у вибраний день.
after-the-pause = Після паузи
fair-pause-effect = Під час паузи оплачений час не витрачається, а після неї відлік триває далі. Дата поновлення зсувається на такий самий строк.
renewal = Поновлення
renewal-moves = Переноситься з { $old } на { $new }
nothing-to-pay-until = До { $date } платити не потрібно

## Another plan
plan-change-title = Перейти на { $plan }
plan-change-legend = Який план?
plan-change-error = Спочатку виберіть план.
plan-change-now = План зміниться сьогодні.
plan-change-at-renewal = План зміниться { $date } під час поновлення. До того часу все залишається як є.
current-plan = Ваш план зараз
new-plan = Новий план
price-of-plan = { $plan }, { $price }
charged-today = Списання сьогодні: { $amount }
credited = Зараховано: { $amount }
nothing-charged-today = Сьогодні нічого не списується.
keep-with-plan-change = Перейти на { $plan }
keep-with-yearly = Перейти на щорічну оплату
keep-with-monthly = Перейти на щомісячну оплату

## Seats
seats-title =
    { $count ->
        [one] Зменшити до { $count } місця
        [few] Зменшити до { $count } місць
        [many] Зменшити до { $count } місць
       *[other] Зменшити до { $count } місця
    }
seats-effect = Під час поновлення { $date } кількість місць зменшиться з { $from } до { $to }. До того часу нічого не змінюється.
seats-count =
    { $count ->
        [one] { $count } місце
        [few] { $count } місця
        [many] { $count } місць
       *[other] { $count } місця
    }
seats = Місця
keep-with-seats =
    { $count ->
        [one] Залишити { $count } місце
        [few] Залишити { $count } місця
        [many] Залишити { $count } місць
       *[other] Залишити { $count } місця
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } місяць безкоштовно
        [few] { $count } місяці безкоштовно
        [many] { $count } місяців безкоштовно
       *[other] { $count } місяця безкоштовно
    }
free-months-effect = План залишається як є. До { $date } платити не потрібно.
keep-with-free-time = Залишити план із безкоштовним періодом

## A longer trial
trial-title =
    { $count ->
        [one] Ще { $count } день пробного періоду
        [few] Ще { $count } дні пробного періоду
        [many] Ще { $count } днів пробного періоду
       *[other] Ще { $count } дня пробного періоду
    }
trial-effect = До { $date } триває пробний період. Раніше нічого не списується.
keep-with-trial = Продовжити пробний період

## Credit
credit-title = { $amount } на баланс
credit-effect = Суму { $amount } буде вирахувано з наступних рахунків.
credit-effect-next = Суму { $amount } буде вирахувано з наступного рахунку.
keep-with-credit = Залишити план із сумою на балансі
refund-title = Повернення { $amount }
refund-effect = Суму { $amount } з рахунку від { $date } буде повернено тим способом, яким ви платили.
keep-with-refund = Залишити план із поверненням
refunded = Повернено: { $amount }

## Talk to us
contact-title = Поговоріть із нами
contact-effect = Підписка не змінюється. Ви можете повернутися на цю сторінку й скасувати.
contact-book = Запланувати дзвінок
contact-write = Написати нам
contact-open = Відкрити
contact-call = Зателефонувати нам

## Content
play-video = Відтворити відео
image-of = Зображення: { $caption }
video-of = Відео: { $caption }
video-length = Тривалість { $time }
read-more = Читати далі
tip-setup = Допомога з налаштуванням
tip-setup-1 = Розкажіть службі підтримки, що ви хочете зробити. Вона може разом із вами переглянути ваш обліковий запис і налаштувати його.
tip-setup-2 = Це безкоштовно, і план залишається як є.
tip-roadmap = Запитати про відсутню функцію
tip-roadmap-1 = Деякі функції мають іншу назву або невдовзі з’являться. Служба підтримки відповість вам і передасть, чого бракує.
tip-roadmap-2 = План залишається як є.
tip-support = Поговорити з людиною
tip-support-1 = Розкажіть службі підтримки, що пішло не так. Повідомлення прочитає людина й відповість на нього.
tip-support-2 = План залишається як є.

## Confirm
confirm-title = Скасувати цю підписку?
what-ends = Що завершується
when = Коли
until-then = До того часу
today = Сьогодні, { $date }
usable-until = Ви можете користуватися підпискою, як і раніше. Вона не поновлюється.
not-usable = Підписка завершується одразу після скасування.
refund-on-cancel = За невикористаний час буде повернено { $amount }.
no-refund-on-cancel = Кошти за невикористаний час не повертаються.
end-legend = Коли завершити?
end-at-period = { $date }, наприкінці оплаченого періоду
end-at-once = Сьогодні
end-at-once-refund = Сьогодні, з поверненням { $amount }
end-error = Виберіть, коли завершити.

## Receipt
receipt-title = Підписку скасовано
receipt-document-title = Підтвердження скасування
receipt-ends-on = До { $date } ви можете користуватися підпискою. Вона не поновлюється.
receipt-ended = { $date } підписка завершилася.
receipt-ends-today = План завершується сьогодні.
reference = Номер звернення
canceled-at = Скасовано
received-at = Отримано
plan = План
undo-until = До { $date } ви можете відкликати скасування.
receipt-mailed = Копію буде надіслано на { $email }.

## Kept
kept-title = План діє й надалі
paused-title = Паузу встановлено
changed-title = План змінено
trial-extended-title = Пробний період продовжено
kept-unchanged = Нічого не змінилося.
applied = Застосовано
next-invoice = Наступний рахунок
amount-on = { $amount }, { $date }
you-pay-on = { $date } ви сплачуєте { $amount }.
nothing-to-pay = Рахунків до сплати немає.
applied-plan = { $plan } з { $date }
applied-plan-now = { $plan } відсьогодні
applied-seats =
    { $count ->
        [one] { $count } місце з { $date }
        [few] { $count } місця з { $date }
        [many] { $count } місць з { $date }
       *[other] { $count } місця з { $date }
    }
applied-trial = Пробний період до { $date }
applied-credit = { $amount } на балансі
applied-refund = Повернено { $amount }
applied-custom = Те, що ви вибрали, налаштовано.

## Pending
pending-cancel-title = Запит на скасування отримано
pending-cancel = Скасування виконується. Ви можете закрити цю сторінку: воно залишається чинним. Враховується час, указаний нижче.
pending-offer-title = Ваш вибір отримано
pending-offer = Він застосовується до вашого плану. Ви можете закрити цю сторінку, усе продовжиться без вас.
pending-undo-title = Запит на відкликання отримано
pending-undo = Запит виконується. Ви можете закрити цю сторінку, усе продовжиться без вас.
pending-custom = Компанія { $brand } це налаштовує. Ви можете закрити цю сторінку, усе продовжиться без вас.
failed-custom = Компанії { $brand } не вдалося це налаштувати. Нічого не змінилося, ви можете вибрати ще раз.

## Opened another page instead of deciding
redirected-title = Сторінку відкрито
redirected-to = Ми відкрили { $address }. Ваша підписка не змінилася.
redirected-elsewhere = Ми відкрили іншу сторінку. Ваша підписка не змінилася.
redirected-return = Повернутися до скасування

## Undo
undo-title = Підписка завершиться { $date }
undo-explained = Її вже скасовано. До того часу ви можете відкликати скасування або залишити все як є.
undone-title = Підписка діє й надалі
undone = Скасування відкликано.
failed-undo = Платіжний сервіс відхилив зміну, тому скасування залишається чинним. Спробуйте ще раз або зверніться до служби підтримки з номером, указаним нижче.

## Survey after the cancellation
after-survey-title = Чому ви скасували підписку?
after-survey-explained = Підписку скасовано незалежно від того, чи ви відповісте.
send-answer = Надіслати
thank-you = Дякуємо
answer-recorded = Вашу відповідь записано.

## Messages
expired-title = Термін дії цієї сторінки минув
expired = Поверніться до свого облікового запису й натисніть кнопку скасування ще раз. Відкриється нова сторінка.
unknown-title = Цю сторінку не вдається відкрити
unknown = Посилання недійсне. Поверніться до свого облікового запису й натисніть кнопку скасування ще раз.
billing-down-title = Зараз не вдається показати ваш план
billing-down = Платіжний сервіс не відповідає. Ви все одно можете скасувати: запит буде збережено з часом подання та виконано якнайшвидше.
error-title = З нашого боку сталася помилка
error = Спробуйте ще раз або скасуйте зараз.
error-without-session = Поверніться до свого облікового запису й натисніть кнопку скасування ще раз.
shell-title = Відкрийте цю сторінку зі свого облікового запису
shell = Поверніться до свого облікового запису й натисніть там кнопку скасування.
nothing-to-cancel-title = Немає що скасовувати
nothing-to-cancel = Тут немає чинної підписки. Якщо кошти й далі списуються, поверніться до свого облікового запису та відкрийте цю сторінку ще раз.
how-to-cancel = Якщо це не допоможе, напишіть компанії, яка виставляє вам рахунки. Достатньо повідомлення про те, що ви скасовуєте підписку, з електронною адресою вашого облікового запису.
how-to-cancel-at = Якщо це не допоможе, напишіть на { $contact }. Достатньо повідомлення про те, що ви скасовуєте підписку, з електронною адресою вашого облікового запису.
