### The words of the retention view in Spanish of Latin America. The customer is addressed as "usted".

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Problema: { $title }
date-and-time = { $date }, { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Cancelar ahora
cancel-subscription = Cancelar la suscripción
continue-to-cancel = Continuar con la cancelación
show-another-option = Ver otra opción
keep-with-offer = Mantener mi plan con esta oferta
keep-with-pause = Pausar mi plan
keep-plan = Mantener mi plan
keep-subscription = Mantener mi suscripción
undo-cancellation = Deshacer la cancelación
close = Cerrar
back-to = Volver a { $brand }
check-again = Verificar de nuevo
try-again = Intentar de nuevo
download-receipt = Descargar el comprobante
optional = (opcional)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } por día
       *[other] { $amount } cada { $count } días
    }
price-by-week =
    { $count ->
        [1] { $amount } por semana
       *[other] { $amount } cada { $count } semanas
    }
price-by-month =
    { $count ->
        [1] { $amount } por mes
       *[other] { $amount } cada { $count } meses
    }
price-by-year =
    { $count ->
        [1] { $amount } por año
       *[other] { $amount } cada { $count } años
    }
renews = { $price }, se renueva hasta que cancele
renews-only = Se renueva hasta que cancele

## Where a subscription stands
paid-until = Pagado hasta el { $date }
trial-until = Prueba hasta el { $date }
payment-overdue = Hay un pago vencido
paused-until = En pausa hasta el { $date }
paused-without-end = En pausa
already-ends-on = Cancelada, termina el { $date }

## What the finishing control does
cancel-effect-on = Si cancela ahora, su plan termina el { $date }.
cancel-effect-at-once = Si cancela ahora, su plan termina hoy.
cancel-effect-refund = Si cancela ahora, su plan termina hoy y se le reembolsan { $amount } por el tiempo no usado.

## Which subscription
choose-title = ¿Qué suscripción?
choose-legend = Tiene varias. Elija la que quiere cancelar.
choose-error = Elija primero una suscripción.

## Reason
reason-title = Cancelar su suscripción
reason-legend = ¿Por qué cancela?
reason-error = Elija un motivo para continuar o cancele ahora sin indicarlo.
comment-label = ¿Quiere agregar algo?
comment-too-long =
    { $count ->
        [one] Reduzca su texto a { $count } carácter.
       *[other] Reduzca su texto a { $count } caracteres.
    }
reason-too-expensive = Es demasiado caro
reason-unused = No lo uso lo suficiente
reason-missing-features = Faltan funciones que necesito
reason-switched-service = Me cambio a otro servicio
reason-too-complex = Es demasiado difícil de usar
reason-low-quality = La calidad no es la que esperaba
reason-customer-service = La atención al cliente no es la que esperaba
reason-other = Otro motivo
follow-up-label = ¿Puede contarnos un poco más?
follow-up-feature = ¿Qué función falta?
follow-up-service = ¿A qué servicio se cambia?
follow-up-price = ¿Qué precio sería adecuado para usted?

## Offers, around all kinds
offer-label = Oferta
tip-label = Consejo
with-this-offer = Con esta oferta
starts = Comienza
next-invoice-on = Próxima factura, { $date }
ends = Termina
after-that = Después
price-now = Ahora
price-later = Desde el { $date }
offer-footnote = Puede seguir cancelando en cualquier momento.
offer-gone = Esta oferta ya no está disponible para su plan. No cambió nada.
not-carried-out = El proveedor de pagos rechazó el último cambio. No cambió nada; puede elegir de nuevo.
other-subscription = Esta página es de otra suscripción. No cambió nada.
offers-title = Elija una opción o cancele ahora
offers-legend = Sus opciones
offers-error = Elija primero una opción o cancele ahora.
choose-this-offer = Elegir esta
accept-offer = Aceptar esta oferta

## Discount
discount-once = { $reduction } de descuento en la próxima factura
discount-months =
    { $count ->
        [one] { $reduction } de descuento durante { $count } mes
       *[other] { $reduction } de descuento durante { $count } meses
    }
discount-forever = { $reduction } de descuento mientras dure su suscripción
discount-ends = Fin del descuento
discount-without-end = El descuento no termina
discount-replaces = Sustituye al descuento que tiene ahora.
keep-with-discount = Mantener mi plan a este precio

## Pause
pause-title = Pausar su plan
pause-legend = ¿Cuánto tiempo?
pause-months =
    { $count ->
        [one] { $count } mes
       *[other] { $count } meses
    }
pause-error = Elija cuánto dura la pausa.
resumes = Se reanuda
resumes-on = Se reanuda el { $date }
pause-effect = No hay facturas durante la pausa. Su plan se reanuda solo en la fecha que elija.
after-the-pause = Después de la pausa
fair-pause-effect = Su tiempo pagado se detiene durante la pausa y sigue después. La renovación se deslicencia el mismo tiempo.
renewal = Renovación
renewal-moves = Pasa del { $old } al { $new }
nothing-to-pay-until = Nada que pagar hasta el { $date }

## Another plan
plan-change-title = Cambiar a { $plan }
plan-change-legend = ¿Qué plan?
plan-change-error = Elija primero un plan.
plan-change-now = Su plan cambia hoy.
plan-change-at-renewal = Su plan cambia en la renovación del { $date }. Hasta entonces sigue igual.
current-plan = Su plan actual
new-plan = Nuevo plan
price-of-plan = { $plan }, { $price }
charged-today = Se cobra hoy: { $amount }
credited = Se acredita: { $amount }
nothing-charged-today = Hoy no se cobra nada.
keep-with-plan-change = Cambiar a { $plan }
keep-with-yearly = Cambiar al pago anual
keep-with-monthly = Cambiar al pago mensual

## Seats
seats-title =
    { $count ->
        [one] Reducir a { $count } licencia
       *[other] Reducir a { $count } licencias
    }
seats-effect =
    { $to ->
        [one] De { $from } a { $to } licencia en la renovación del { $date }. Hasta entonces no cambia nada.
       *[other] De { $from } a { $to } licencias en la renovación del { $date }. Hasta entonces no cambia nada.
    }
seats-count =
    { $count ->
        [one] { $count } licencia
       *[other] { $count } licencias
    }
seats = Licencias
keep-with-seats =
    { $count ->
        [one] Mantener { $count } licencia
       *[other] Mantener { $count } licencias
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } mes gratis
       *[other] { $count } meses gratis
    }
free-months-effect = El plan sigue igual. Nada que pagar hasta el { $date }.
keep-with-free-time = Mantener mi plan con el tiempo gratis

## A longer trial
trial-title =
    { $count ->
        [one] { $count } día más de prueba
       *[other] { $count } días más de prueba
    }
trial-effect = Su prueba sigue hasta el { $date }. Antes no se cobra nada.
keep-with-trial = Extender mi prueba

## Credit
credit-title = { $amount } de saldo
credit-effect = Se descuentan { $amount } de sus próximas facturas.
credit-effect-next = Se descuentan { $amount } de su próxima factura.
keep-with-credit = Mantener mi plan con el saldo
refund-title = { $amount } de vuelta
refund-effect = Se reembolsan { $amount } de la factura del { $date } por el mismo medio de pago.
keep-with-refund = Mantener mi plan con el reembolso
refunded = Reembolsado: { $amount }

## Talk to us
contact-title = Hablar con nosotros
contact-effect = Su suscripción no cambia. Puede volver a esta página y cancelar.
contact-book = Reservar una llamada
contact-write = Escribirnos
contact-open = Abrir
contact-call = Llamarnos

## Content
play-video = Reproducir el video
image-of = Imagen: { $caption }
video-of = Video: { $caption }
video-length = Duración { $time }
read-more = Leer más
tip-setup = Ayuda con la configuración
tip-setup-1 = Diga a soporte qué quiere lograr. Puede revisar su cuenta con usted y configurarla.
tip-setup-2 = No cuesta nada y su plan sigue igual.
tip-roadmap = Preguntar por la función que falta
tip-roadmap-1 = Algunas funciones tienen otro nombre o están por publicarse. Soporte puede decírselo y transmite lo que falta.
tip-roadmap-2 = Su plan sigue igual.
tip-support = Hablar con una persona
tip-support-1 = Diga a soporte qué salió mal. Una persona lo lee y responde.
tip-support-2 = Su plan sigue igual.

## Confirm
confirm-title = ¿Cancelar esta suscripción?
what-ends = Qué termina
when = Cuándo
until-then = Hasta entonces
today = Hoy, { $date }
usable-until = Puede usarla como hasta ahora. No se renueva.
not-usable = Termina en cuanto cancele.
refund-on-cancel = Se reembolsan { $amount } por el tiempo no usado.
no-refund-on-cancel = El tiempo no usado no se reembolsa.
end-legend = ¿Cuándo debe terminar?
end-at-period = El { $date }, al final del tiempo pagado
end-at-once = Hoy
end-at-once-refund = Hoy, con un reembolso de { $amount }
end-error = Elija cuándo debe terminar.

## Receipt
receipt-title = Su suscripción está cancelada
receipt-document-title = Comprobante de cancelación
receipt-ends-on = Puede usarla hasta el { $date }. No se renueva.
receipt-ended = Terminó el { $date }.
receipt-ends-today = Su plan termina hoy.
reference = Referencia
canceled-at = Cancelada
received-at = Recibida
plan = Plan
undo-until = Puede deshacerlo hasta el { $date }.
receipt-mailed = Se envía una copia a { $email }.

## Kept
kept-title = Su plan continúa
paused-title = Su pausa está programada
changed-title = Su plan cambió
trial-extended-title = Su prueba se extendió
kept-unchanged = No cambió nada.
applied = Aplicado
next-invoice = Próxima factura
amount-on = { $amount } el { $date }
you-pay-on = Paga { $amount } el { $date }.
nothing-to-pay = No hay ninguna factura que pagar.
applied-plan = { $plan } desde el { $date }
applied-plan-now = { $plan } desde hoy
applied-seats =
    { $count ->
        [one] { $count } licencia desde el { $date }
       *[other] { $count } licencias desde el { $date }
    }
applied-trial = Prueba hasta el { $date }
applied-credit = { $amount } de saldo
applied-refund = { $amount } reembolsados
applied-custom = Lo que eligió ya está configurado.

## Pending
pending-cancel-title = Recibimos su cancelación
pending-cancel = Se está procesando. Puede cerrar esta página; la cancelación es firme. Cuenta la hora indicada abajo.
pending-offer-title = Recibimos su elección
pending-offer = Se está aplicando a su plan. Puede cerrar esta página; el proceso sigue por sí solo.
pending-undo-title = Recibimos su solicitud de deshacer
pending-undo = Se está procesando. Puede cerrar esta página; el proceso sigue por sí solo.
pending-custom = { $brand } lo está preparando. Puede cerrar esta página; el proceso sigue por sí solo.
failed-custom = { $brand } no pudo configurarlo. No cambió nada; puede elegir de nuevo.

## Opened another page instead of deciding
redirected-title = La página está abierta
redirected-to = Abrimos { $address }. Su suscripción no cambió.
redirected-elsewhere = Abrimos otra página. Su suscripción no cambió.
redirected-return = Volver a la cancelación

## Undo
undo-title = Su suscripción termina el { $date }
undo-explained = Ya está cancelada. Puede deshacer la cancelación hasta entonces o dejarla como está.
undone-title = Su suscripción continúa
undone = La cancelación se deshizo.
failed-undo = El proveedor de pagos rechazó el cambio, por lo que su cancelación sigue vigente. Inténtelo de nuevo o comuníquese con soporte con la referencia de abajo.

## Survey after the cancellation
after-survey-title = ¿Por qué canceló?
after-survey-explained = Su suscripción está cancelada, responda o no.
send-answer = Enviar
thank-you = Gracias
answer-recorded = Su respuesta está registrada.

## Messages
expired-title = Esta página venció
expired = Vuelva a su cuenta y presione otra vez el botón de cancelar. Se abre una página nueva.
unknown-title = Esta página no se puede abrir
unknown = El enlace no es válido. Vuelva a su cuenta y presione otra vez el botón de cancelar.
billing-down-title = Su plan no se puede mostrar en este momento
billing-down = El proveedor de pagos no responde. Puede cancelar de todos modos: su solicitud se registra con su hora y se procesa lo antes posible.
error-title = Algo falló de nuestro lado
error = Inténtelo de nuevo o cancele ahora.
error-without-session = Vuelva a su cuenta y presione otra vez el botón de cancelar.
shell-title = Abra esta página desde su cuenta
shell = Vuelva a su cuenta y presione allí el botón de cancelar.
nothing-to-cancel-title = Nada que cancelar
nothing-to-cancel = Aquí no hay ninguna suscripción activa. Si sigue viendo cargos, vuelva a su cuenta y abra esta página otra vez.
how-to-cancel = Si no funciona, escriba a la empresa que le factura. Basta con un mensaje que diga que cancela, con la dirección de correo electrónico de su cuenta.
how-to-cancel-at = Si no funciona, escriba a { $contact }. Basta con un mensaje que diga que cancela, con la dirección de correo electrónico de su cuenta.
