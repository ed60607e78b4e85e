### The words of the retention view in Portuguese of Portugal. The customer is addressed formally,
### without a pronoun.

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Problema: { $title }
date-and-time = { $date }, { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Cancelar agora
cancel-subscription = Cancelar a subscrição
continue-to-cancel = Prosseguir com o cancelamento
show-another-option = Ver outra opção
keep-with-offer = Manter o meu plano com esta oferta
keep-with-pause = Pausar o meu plano
keep-plan = Manter o meu plano
keep-subscription = Manter a minha subscrição
undo-cancellation = Anular o cancelamento
close = Fechar
back-to = Voltar a { $brand }
check-again = Verificar novamente
try-again = Tentar novamente
download-receipt = Transferir o comprovativo
optional = (opcional)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } por dia
       *[other] { $amount } a cada { $count } dias
    }
price-by-week =
    { $count ->
        [1] { $amount } por semana
       *[other] { $amount } a cada { $count } semanas
    }
price-by-month =
    { $count ->
        [1] { $amount } por mês
       *[other] { $amount } a cada { $count } meses
    }
price-by-year =
    { $count ->
        [1] { $amount } por ano
       *[other] { $amount } a cada { $count } anos
    }
renews = { $price }, renova-se até cancelar
renews-only = Renova-se até cancelar

## Where a subscription stands
paid-until = Pago até { $date }
trial-until = Período experimental até { $date }
payment-overdue = Há um pagamento em atraso
paused-until = Em pausa até { $date }
paused-without-end = Em pausa
already-ends-on = Cancelada, termina a { $date }

## What the finishing control does
cancel-effect-on = Se cancelar agora, o seu plano termina a { $date }.
cancel-effect-at-once = Se cancelar agora, o seu plano termina hoje.
cancel-effect-refund = Se cancelar agora, o seu plano termina hoje e são reembolsados { $amount } pelo tempo não utilizado.

## Which subscription
choose-title = Que subscrição?
choose-legend = Tem várias. Escolha a que pretende cancelar.
choose-error = Escolha primeiro uma subscrição.

## Reason
reason-title = Cancelar a sua subscrição
reason-legend = Porque está a cancelar?
reason-error = Escolha um motivo para prosseguir ou cancele agora sem o indicar.
comment-label = Pretende acrescentar algo?
comment-too-long =
    { $count ->
        [one] Reduza o seu texto para { $count } caráter.
       *[other] Reduza o seu texto para { $count } carateres.
    }
reason-too-expensive = É demasiado caro
reason-unused = Não utilizo o suficiente
reason-missing-features = Faltam funcionalidades de que preciso
reason-switched-service = Vou mudar para outro serviço
reason-too-complex = É demasiado difícil de utilizar
reason-low-quality = A qualidade não é a que esperava
reason-customer-service = O apoio ao cliente não é o que esperava
reason-other = Outro motivo
follow-up-label = Pode dizer um pouco mais?
follow-up-feature = Que funcionalidade falta?
follow-up-service = Para que serviço vai mudar?
follow-up-price = Que preço seria adequado para si?

## Offers, around all kinds
offer-label = Oferta
tip-label = Sugestão
with-this-offer = Com esta oferta
starts = Início
next-invoice-on = Próxima fatura, { $date }
ends = Fim
after-that = Depois
price-now = Agora
price-later = A partir de { $date }
offer-footnote = Pode continuar a cancelar a qualquer momento.
offer-gone = Esta oferta já não está disponível para o seu plano. Nada mudou.
not-carried-out = O prestador de pagamentos recusou a última alteração. Nada mudou; pode escolher novamente.
other-subscription = Esta página é de outra subscrição. Nada mudou.
offers-title = Escolha uma opção ou cancele agora
offers-legend = As suas opções
offers-error = Escolha primeiro uma opção ou cancele agora.
choose-this-offer = Escolher esta
accept-offer = Aceitar esta oferta

## Discount
discount-once = { $reduction } de desconto na próxima fatura
discount-months =
    { $count ->
        [one] { $reduction } de desconto durante { $count } mês
       *[other] { $reduction } de desconto durante { $count } meses
    }
discount-forever = { $reduction } de desconto enquanto durar a sua subscrição
discount-ends = Fim do desconto
discount-without-end = O desconto não termina
discount-replaces = Substitui o desconto que tem agora.
keep-with-discount = Manter o meu plano a este preço

## Pause
pause-title = Pausar o seu plano
pause-legend = Durante quanto tempo?
pause-months =
    { $count ->
        [one] { $count } mês
       *[other] { $count } meses
    }
pause-error = Escolha a duração da pausa.
resumes = Retoma
resumes-on = Retoma a { $date }
pause-effect = Sem faturas durante a pausa. O seu plano é retomado automaticamente na data que escolher.
after-the-pause = Depois da pausa
fair-pause-effect = O seu tempo pago para durante a pausa e continua depois dela. A renovação é adiada pelo mesmo tempo.
renewal = Renovação
renewal-moves = Passa de { $old } para { $new }
nothing-to-pay-until = Nada a pagar até { $date }

## Another plan
plan-change-title = Mudar para { $plan }
plan-change-legend = Que plano?
plan-change-error = Escolha primeiro um plano.
plan-change-now = O seu plano muda hoje.
plan-change-at-renewal = O seu plano muda na renovação a { $date }. Até lá, fica como está.
current-plan = O seu plano atual
new-plan = Novo plano
price-of-plan = { $plan }, { $price }
charged-today = Cobrado hoje: { $amount }
credited = Creditado: { $amount }
nothing-charged-today = Hoje não é cobrado nada.
keep-with-plan-change = Mudar para { $plan }
keep-with-yearly = Mudar para pagamento anual
keep-with-monthly = Mudar para pagamento mensal

## Seats
seats-title =
    { $count ->
        [one] Reduzir para { $count } licença
       *[other] Reduzir para { $count } licenças
    }
seats-effect =
    { $to ->
        [one] De { $from } para { $to } licença na renovação a { $date }. Até lá, nada muda.
       *[other] De { $from } para { $to } licenças na renovação a { $date }. Até lá, nada muda.
    }
seats-count =
    { $count ->
        [one] { $count } licença
       *[other] { $count } licenças
    }
seats = Licenças
keep-with-seats =
    { $count ->
        [one] Manter { $count } licença
       *[other] Manter { $count } licenças
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } mês grátis
       *[other] { $count } meses grátis
    }
free-months-effect = O plano fica como está. Nada a pagar até { $date }.
keep-with-free-time = Manter o meu plano com o período grátis

## A longer trial
trial-title =
    { $count ->
        [one] Mais { $count } dia de período experimental
       *[other] Mais { $count } dias de período experimental
    }
trial-effect = O seu período experimental continua até { $date }. Antes disso não é cobrado nada.
keep-with-trial = Prolongar o período experimental

## Credit
credit-title = { $amount } de crédito
credit-effect = São descontados { $amount } nas suas próximas faturas.
credit-effect-next = São descontados { $amount } na sua próxima fatura.
keep-with-credit = Manter o meu plano com o crédito
refund-title = { $amount } de volta
refund-effect = São reembolsados { $amount } da fatura de { $date } pelo meio de pagamento utilizado.
keep-with-refund = Manter o meu plano com o reembolso
refunded = Reembolsado: { $amount }

## Talk to us
contact-title = Falar connosco
contact-effect = A sua subscrição não muda. Pode voltar a esta página e cancelar.
contact-book = Marcar uma chamada
contact-write = Escrever-nos
contact-open = Abrir
contact-call = Telefonar-nos

## Content
play-video = Reproduzir o vídeo
image-of = Imagem: { $caption }
video-of = Vídeo: { $caption }
video-length = Duração { $time }
read-more = Ler mais
tip-setup = Ajuda com a configuração
tip-setup-1 = Diga à assistência o que pretende fazer. Pode ver a sua conta consigo e configurá-la.
tip-setup-2 = Não custa nada e o seu plano fica como está.
tip-roadmap = Perguntar pela funcionalidade que falta
tip-roadmap-1 = Algumas funcionalidades têm outro nome ou estão perto do lançamento. A assistência pode informar e transmite o que falta.
tip-roadmap-2 = O seu plano fica como está.
tip-support = Falar com uma pessoa
tip-support-1 = Diga à assistência o que correu mal. Uma pessoa lê e responde.
tip-support-2 = O seu plano fica como está.

## Confirm
confirm-title = Cancelar esta subscrição?
what-ends = O que termina
when = Quando
until-then = Até lá
today = Hoje, { $date }
usable-until = Pode utilizá-la como antes. Não se renova.
not-usable = Termina assim que cancelar.
refund-on-cancel = São reembolsados { $amount } pelo tempo não utilizado.
no-refund-on-cancel = O tempo não utilizado não é reembolsado.
end-legend = Quando deve terminar?
end-at-period = A { $date }, no fim do período pago
end-at-once = Hoje
end-at-once-refund = Hoje, com um reembolso de { $amount }
end-error = Escolha quando deve terminar.

## Receipt
receipt-title = A sua subscrição está cancelada
receipt-document-title = Comprovativo de cancelamento
receipt-ends-on = Pode utilizá-la até { $date }. Não se renova.
receipt-ended = Terminou a { $date }.
receipt-ends-today = O seu plano termina hoje.
reference = Referência
canceled-at = Cancelada
received-at = Recebido
plan = Plano
undo-until = Pode anular o cancelamento até { $date }.
receipt-mailed = É enviada uma cópia para { $email }.

## Kept
kept-title = O seu plano continua
paused-title = A sua pausa está definida
changed-title = O seu plano foi alterado
trial-extended-title = O seu período experimental foi prolongado
kept-unchanged = Nada mudou.
applied = Aplicado
next-invoice = Próxima fatura
amount-on = { $amount } a { $date }
you-pay-on = Paga { $amount } a { $date }.
nothing-to-pay = Não há fatura a pagar.
applied-plan = { $plan } a partir de { $date }
applied-plan-now = { $plan } a partir de hoje
applied-seats =
    { $count ->
        [one] { $count } licença a partir de { $date }
       *[other] { $count } licenças a partir de { $date }
    }
applied-trial = Período experimental até { $date }
applied-credit = { $amount } de crédito
applied-refund = { $amount } reembolsados
applied-custom = O que escolheu está configurado.

## Pending
pending-cancel-title = O seu cancelamento foi recebido
pending-cancel = Está a ser tratado. Pode fechar esta página; o cancelamento é válido. Conta a hora indicada abaixo.
pending-offer-title = A sua escolha foi recebida
pending-offer = Está a ser aplicada ao seu plano. Pode fechar esta página; o processo continua por si só.
pending-undo-title = O seu pedido de anulação foi recebido
pending-undo = Está a ser tratado. Pode fechar esta página; o processo continua por si só.
pending-custom = { $brand } está a tratar da configuração. Pode fechar esta página; o processo continua por si só.
failed-custom = Não foi possível a { $brand } configurar a sua escolha. Nada mudou; pode escolher novamente.

## Opened another page instead of deciding
redirected-title = A página está aberta
redirected-to = Abrimos { $address }. A sua subscrição não mudou.
redirected-elsewhere = Abrimos outra página. A sua subscrição não mudou.
redirected-return = Voltar ao cancelamento

## Undo
undo-title = A sua subscrição termina a { $date }
undo-explained = Já está cancelada. Pode anular o cancelamento até lá ou deixá-la como está.
undone-title = A sua subscrição continua
undone = O cancelamento foi anulado.
failed-undo = O prestador de pagamentos recusou a alteração, pelo que o seu cancelamento se mantém. Tente novamente ou contacte a assistência com a referência abaixo.

## Survey after the cancellation
after-survey-title = Porque cancelou?
after-survey-explained = A sua subscrição está cancelada, quer responda quer não.
send-answer = Enviar
thank-you = Agradecemos
answer-recorded = A sua resposta está registada.

## Messages
expired-title = Esta página expirou
expired = Volte à sua conta e prima novamente o botão de cancelar. Abre-se uma nova página.
unknown-title = Não é possível abrir esta página
unknown = A ligação não é válida. Volte à sua conta e prima novamente o botão de cancelar.
billing-down-title = De momento não é possível mostrar o seu plano
billing-down = O prestador de pagamentos não responde. Pode cancelar na mesma: o seu pedido é registado com a hora e tratado assim que possível.
error-title = Algo correu mal do nosso lado
error = Tente novamente ou cancele agora.
error-without-session = Volte à sua conta e prima novamente o botão de cancelar.
shell-title = Abra esta página a partir da sua conta
shell = Volte à sua conta e prima aí o botão de cancelar.
nothing-to-cancel-title = Nada a cancelar
nothing-to-cancel = Não há aqui nenhuma subscrição ativa. Se ainda vê cobranças, volte à sua conta e abra novamente esta página.
how-to-cancel = Se não resultar, escreva à empresa que lhe faz a cobrança. Basta uma mensagem a dizer que cancela, com o endereço de e-mail da sua conta.
how-to-cancel-at = Se não resultar, escreva para { $contact }. Basta uma mensagem a dizer que cancela, com o endereço de e-mail da sua conta.
