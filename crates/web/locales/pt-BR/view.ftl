### The words of the retention view in Portuguese of Brazil. The customer is addressed as "você".

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Problema: { $title }
date-and-time = { $date }, { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Cancelar agora
cancel-subscription = Cancelar assinatura
continue-to-cancel = Prosseguir com o cancelamento
show-another-option = Ver outra opção
keep-with-offer = Manter meu plano com esta oferta
keep-with-pause = Pausar meu plano
keep-plan = Manter meu plano
keep-subscription = Manter minha assinatura
undo-cancellation = Desfazer cancelamento
close = Fechar
back-to = Voltar para { $brand }
check-again = Verificar de novo
try-again = Tentar de novo
download-receipt = Baixar comprovante
optional = (opcional)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } por dia
        [one] { $amount } a cada { $count } dia
       *[other] { $amount } a cada { $count } dias
    }
price-by-week =
    { $count ->
        [1] { $amount } por semana
        [one] { $amount } a cada { $count } semana
       *[other] { $amount } a cada { $count } semanas
    }
price-by-month =
    { $count ->
        [1] { $amount } por mês
        [one] { $amount } a cada { $count } mês
       *[other] { $amount } a cada { $count } meses
    }
price-by-year =
    { $count ->
        [1] { $amount } por ano
        [one] { $amount } a cada { $count } ano
       *[other] { $amount } a cada { $count } anos
    }
renews = { $price }, renova até você cancelar
renews-only = Renova até você cancelar

## Where a subscription stands
paid-until = Pago até { $date }
trial-until = Teste até { $date }
payment-overdue = Há um pagamento em atraso
paused-until = Em pausa até { $date }
paused-without-end = Em pausa
already-ends-on = Cancelada, termina em { $date }

## What the finishing control does
cancel-effect-on = Se você cancelar agora, seu plano termina em { $date }.
cancel-effect-at-once = Se você cancelar agora, seu plano termina hoje.
cancel-effect-refund = Se você cancelar agora, seu plano termina hoje e { $amount } são reembolsados pelo tempo não utilizado.

## Which subscription
choose-title = Qual assinatura?
choose-legend = Você tem várias. Escolha a que deseja cancelar.
choose-error = Escolha primeiro uma assinatura.

## Reason
reason-title = Cancelar sua assinatura
reason-legend = Por que você está cancelando?
reason-error = Escolha um motivo para prosseguir ou cancele agora sem informar.
comment-label = Quer acrescentar algo?
comment-too-long =
    { $count ->
        [one] Reduza seu texto para { $count } caractere.
       *[other] Reduza seu texto para { $count } caracteres.
    }
reason-too-expensive = É caro demais
reason-unused = Não uso o suficiente
reason-missing-features = Faltam recursos de que preciso
reason-switched-service = Vou mudar para outro serviço
reason-too-complex = É difícil demais de usar
reason-low-quality = A qualidade não é a que eu esperava
reason-customer-service = O atendimento não é o que eu esperava
reason-other = Outro motivo
follow-up-label = Pode contar um pouco mais?
follow-up-feature = Qual recurso falta?
follow-up-service = Para qual serviço você vai mudar?
follow-up-price = Qual preço seria adequado para você?

## Offers, around all kinds
offer-label = Oferta
tip-label = Dica
with-this-offer = Com esta oferta
starts = Início
next-invoice-on = Próxima fatura, { $date }
ends = Fim
after-that = Depois
price-now = Agora
price-later = A partir de { $date }
offer-footnote = Você continua podendo cancelar a qualquer momento.
offer-gone = Esta oferta não está mais disponível para seu plano. Nada mudou.
not-carried-out = O provedor de pagamento recusou a última alteração. Nada mudou; você pode escolher de novo.
other-subscription = Esta página é de outra assinatura. Nada mudou.
offers-title = Escolha uma opção ou cancele agora
offers-legend = Suas opções
offers-error = Escolha primeiro uma opção ou cancele agora.
choose-this-offer = Escolher esta
accept-offer = Aceitar esta oferta

## Discount
discount-once = { $reduction } de desconto na próxima fatura
discount-months =
    { $count ->
        [one] { $reduction } de desconto por { $count } mês
       *[other] { $reduction } de desconto por { $count } meses
    }
discount-forever = { $reduction } de desconto enquanto durar sua assinatura
discount-ends = Fim do desconto
discount-without-end = O desconto não termina
discount-replaces = Ele substitui o desconto que você tem agora.
keep-with-discount = Manter meu plano por este preço

## Pause
pause-title = Pausar seu plano
pause-legend = Por quanto tempo?
pause-months =
    { $count ->
        [one] { $count } mês
       *[other] { $count } meses
    }
pause-error = Escolha a duração da pausa.
resumes = Retoma
resumes-on = Retoma em { $date }
pause-effect = Sem faturas durante a pausa. Seu plano é retomado sozinho na data que você escolher.
after-the-pause = Depois da pausa
fair-pause-effect = Seu tempo pago para durante a pausa e continua depois dela. A renovação é adiada pelo mesmo tempo.
renewal = Renovação
renewal-moves = Passa de { $old } para { $new }
nothing-to-pay-until = Nada a pagar até { $date }

## Another plan
plan-change-title = Mudar para { $plan }
plan-change-legend = Qual plano?
plan-change-error = Escolha primeiro um plano.
plan-change-now = Seu plano muda hoje.
plan-change-at-renewal = Seu plano muda na renovação em { $date }. Até lá, ele fica como está.
current-plan = Seu plano atual
new-plan = Novo plano
price-of-plan = { $plan }, { $price }
charged-today = Cobrado hoje: { $amount }
credited = Creditado: { $amount }
nothing-charged-today = Nada é cobrado hoje.
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
        [one] De { $from } para { $to } licença na renovação em { $date }. Até lá, nada muda.
       *[other] De { $from } para { $to } licenças na renovação em { $date }. Até lá, nada muda.
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
keep-with-free-time = Manter meu plano com o período grátis

## A longer trial
trial-title =
    { $count ->
        [one] Mais { $count } dia de teste
       *[other] Mais { $count } dias de teste
    }
trial-effect = Seu teste continua até { $date }. Nada é cobrado antes disso.
keep-with-trial = Estender meu teste

## Credit
credit-title = { $amount } de crédito
credit-effect = { $amount } são descontados das suas próximas faturas.
credit-effect-next = { $amount } são descontados da sua próxima fatura.
keep-with-credit = Manter meu plano com o crédito
refund-title = { $amount } de volta
refund-effect = { $amount } da fatura de { $date } são reembolsados pela forma de pagamento usada.
keep-with-refund = Manter meu plano com o reembolso
refunded = Reembolsado: { $amount }

## Talk to us
contact-title = Falar conosco
contact-effect = Sua assinatura não muda. Você pode voltar a esta página e cancelar.
contact-book = Agendar uma ligação
contact-write = Escrever para nós
contact-open = Abrir
contact-call = Ligar para nós

## Content
play-video = Reproduzir vídeo
image-of = Imagem: { $caption }
video-of = Vídeo: { $caption }
video-length = Duração { $time }
read-more = Ler mais
tip-setup = Ajuda com a configuração
tip-setup-1 = Diga ao suporte o que você quer fazer. Ele pode ver sua conta com você e configurá-la.
tip-setup-2 = Não custa nada, e seu plano fica como está.
tip-roadmap = Perguntar sobre o recurso que falta
tip-roadmap-1 = Alguns recursos têm outro nome ou estão perto do lançamento. O suporte pode informar e repassa o que falta.
tip-roadmap-2 = Seu plano fica como está.
tip-support = Falar com uma pessoa
tip-support-1 = Diga ao suporte o que deu errado. Uma pessoa lê e responde.
tip-support-2 = Seu plano fica como está.

## Confirm
confirm-title = Cancelar esta assinatura?
what-ends = O que termina
when = Quando
until-then = Até lá
today = Hoje, { $date }
usable-until = Você pode usar como antes. Ela não renova.
not-usable = Ela termina assim que você cancelar.
refund-on-cancel = { $amount } são reembolsados pelo tempo não utilizado.
no-refund-on-cancel = O tempo não utilizado não é reembolsado.
end-legend = Quando deve terminar?
end-at-period = Em { $date }, no fim do período pago
end-at-once = Hoje
end-at-once-refund = Hoje, com reembolso de { $amount }
end-error = Escolha quando deve terminar.

## Receipt
receipt-title = Sua assinatura está cancelada
receipt-document-title = Comprovante de cancelamento
receipt-ends-on = Você pode usá-la até { $date }. Ela não renova.
receipt-ended = Ela terminou em { $date }.
receipt-ends-today = Seu plano termina hoje.
reference = Referência
canceled-at = Cancelada
received-at = Recebido
plan = Plano
undo-until = Você pode desfazer isso até { $date }.
receipt-mailed = Uma cópia vai para { $email }.

## Kept
kept-title = Seu plano continua
paused-title = Sua pausa está definida
changed-title = Seu plano mudou
trial-extended-title = Seu teste foi estendido
kept-unchanged = Nada mudou.
applied = Aplicado
next-invoice = Próxima fatura
amount-on = { $amount } em { $date }
you-pay-on = Você paga { $amount } em { $date }.
nothing-to-pay = Não há fatura a pagar.
applied-plan = { $plan } a partir de { $date }
applied-plan-now = { $plan } a partir de hoje
applied-seats =
    { $count ->
        [one] { $count } licença a partir de { $date }
       *[other] { $count } licenças a partir de { $date }
    }
applied-trial = Teste até { $date }
applied-credit = { $amount } de crédito
applied-refund = { $amount } reembolsados
applied-custom = O que você escolheu está configurado.

## Pending
pending-cancel-title = Seu cancelamento foi recebido
pending-cancel = Ele está sendo processado. Você pode fechar esta página; o cancelamento vale. Conta o horário abaixo.
pending-offer-title = Sua escolha foi recebida
pending-offer = Ela está sendo aplicada ao seu plano. Você pode fechar esta página; o processo segue sozinho.
pending-undo-title = Seu pedido para desfazer foi recebido
pending-undo = Ele está sendo processado. Você pode fechar esta página; o processo segue sozinho.
pending-custom = { $brand } está configurando. Você pode fechar esta página; o processo segue sozinho.
failed-custom = Não foi possível para { $brand } configurar isso. Nada mudou; você pode escolher de novo.

## Opened another page instead of deciding
redirected-title = A página está aberta
redirected-to = Abrimos { $address }. Sua assinatura não mudou.
redirected-elsewhere = Abrimos outra página. Sua assinatura não mudou.
redirected-return = Voltar ao cancelamento

## Undo
undo-title = Sua assinatura termina em { $date }
undo-explained = Ela já está cancelada. Você pode desfazer o cancelamento até lá ou deixar como está.
undone-title = Sua assinatura continua
undone = O cancelamento foi desfeito.
failed-undo = O provedor de pagamento recusou a alteração, portanto seu cancelamento continua valendo. Tente de novo ou fale com o suporte informando a referência abaixo.

## Survey after the cancellation
after-survey-title = Por que você cancelou?
after-survey-explained = Sua assinatura está cancelada, respondendo ou não.
send-answer = Enviar
thank-you = Agradecemos
answer-recorded = Sua resposta está registrada.

## Messages
expired-title = Esta página expirou
expired = Volte à sua conta e pressione o botão de cancelar outra vez. Ele abre uma nova página.
unknown-title = Não é possível abrir esta página
unknown = O link não é válido. Volte à sua conta e pressione o botão de cancelar outra vez.
billing-down-title = Não é possível mostrar seu plano agora
billing-down = O provedor de pagamento não responde. Você pode cancelar mesmo assim: seu pedido é registrado com o horário e processado assim que possível.
error-title = Algo deu errado do nosso lado
error = Tente de novo ou cancele agora.
error-without-session = Volte à sua conta e pressione o botão de cancelar outra vez.
shell-title = Abra esta página a partir da sua conta
shell = Volte à sua conta e pressione ali o botão de cancelar.
nothing-to-cancel-title = Nada a cancelar
nothing-to-cancel = Não há assinatura ativa aqui. Se você ainda vê cobranças, volte à sua conta e abra esta página outra vez.
how-to-cancel = Se isso não funcionar, escreva para a empresa que faz a cobrança. Basta uma mensagem dizendo que você cancela, com o e-mail da sua conta.
how-to-cancel-at = Se isso não funcionar, escreva para { $contact }. Basta uma mensagem dizendo que você cancela, com o e-mail da sua conta.
