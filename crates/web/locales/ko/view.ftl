### The words of the retention view in Korean, in the formal polite form. No particle follows a value.

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = 문제: { $title }
date-and-time = { $date } { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = 지금 해지하기
cancel-subscription = 구독 해지하기
continue-to-cancel = 해지 단계로 이동
show-another-option = 다른 옵션 보기
keep-with-offer = 이 제안으로 요금제 유지하기
keep-with-pause = 요금제 일시정지하기
keep-plan = 요금제 유지하기
keep-subscription = 구독 유지하기
undo-cancellation = 해지 철회하기
close = 닫기
back-to = { $brand } 페이지로 돌아가기
check-again = 다시 확인
try-again = 다시 시도
download-receipt = 해지 확인서 다운로드
optional = (선택 사항)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] 일 { $amount }
       *[other] { $count }일마다 { $amount }
    }
price-by-week =
    { $count ->
        [1] 주 { $amount }
       *[other] { $count }주마다 { $amount }
    }
price-by-month =
    { $count ->
        [1] 월 { $amount }
       *[other] { $count }개월마다 { $amount }
    }
price-by-year =
    { $count ->
        [1] 연 { $amount }
       *[other] { $count }년마다 { $amount }
    }
renews = { $price }, 해지할 때까지 자동 갱신
renews-only = 해지할 때까지 자동 갱신

## Where a subscription stands
paid-until = { $date }까지 결제 완료
trial-until = { $date }까지 체험 기간
payment-overdue = 연체된 결제가 있음
paused-until = { $date }까지 일시정지
paused-without-end = 일시정지됨
already-ends-on = 해지됨, { $date } 종료

## What the finishing control does
cancel-effect-on = 지금 해지하면 요금제가 { $date }에 종료됩니다.
cancel-effect-at-once = 지금 해지하면 요금제가 오늘 종료됩니다.
cancel-effect-refund = 지금 해지하면 요금제가 오늘 종료되며, 사용하지 않은 기간에 대한 환불 금액은 { $amount }입니다.

## Which subscription
choose-title = 어떤 구독인가요?
choose-legend = 구독이 여러 개 있습니다. 해지할 구독을 선택하세요.
choose-error = 먼저 구독을 선택하세요.

## Reason
reason-title = 구독 해지
reason-legend = 해지하는 이유가 무엇인가요?
reason-error = 이유를 선택하고 계속하거나, 선택하지 않고 지금 해지할 수 있습니다.
comment-label = 덧붙일 내용이 있나요?
comment-too-long = 내용을 { $count }자 이내로 줄여 주세요.
reason-too-expensive = 가격이 너무 비쌉니다
reason-unused = 자주 사용하지 않습니다
reason-missing-features = 필요한 기능이 없습니다
reason-switched-service = 다른 서비스로 옮깁니다
reason-too-complex = 사용하기 어렵습니다
reason-low-quality = 품질이 기대와 다릅니다
reason-customer-service = 고객 지원이 기대와 다릅니다
reason-other = 기타
follow-up-label = 조금 더 자세히 알려 주시겠어요?
follow-up-feature = 어떤 기능이 없나요?
follow-up-service = 어떤 서비스로 옮기시나요?
follow-up-price = 어느 정도의 가격이 적당한가요?

## Offers, around all kinds
offer-label = 제안
tip-label = 도움말
with-this-offer = 이 제안을 선택하면
starts = 시작
next-invoice-on = 다음 청구서, { $date }
ends = 종료
after-that = 이후
price-now = 현재
price-later = { $date }부터
offer-footnote = 이후에도 언제든지 해지할 수 있습니다.
offer-gone = 이 제안은 더 이상 현재 요금제에 적용할 수 없습니다. 변경된 내용은 없습니다.
not-carried-out = 결제 서비스에서 마지막 변경을 거부했습니다. 변경된 내용은 없으며 다시 선택할 수 있습니다.
other-subscription = 이 페이지는 다른 구독에 대한 페이지입니다. 변경된 내용은 없습니다.
offers-title = 아래에서 선택하거나 지금 해지할 수 있습니다
offers-legend = 선택할 수 있는 옵션
offers-error = 먼저 옵션을 선택하세요. 지금 해지할 수도 있습니다.
choose-this-offer = 선택하기
accept-offer = 이 제안 수락하기

## Discount
discount-once = 다음 청구서에서 { $reduction } 할인
discount-months = { $count }개월간 { $reduction } 할인
discount-forever = 구독 기간 내내 { $reduction } 할인
discount-ends = 할인 종료
discount-without-end = 종료일 없음
discount-replaces = 현재 할인을 대체합니다.
keep-with-discount = 이 가격으로 요금제 유지하기

## Pause
pause-title = 요금제 일시정지
pause-legend = 얼마 동안 정지할까요?
pause-months = { $count }개월
pause-error = 일시정지 기간을 선택하세요.
resumes = 재개
resumes-on = { $date } 재개
pause-effect = 일시정지 기간에는 청구되지 않습니다. 요금제는 선택한 날짜에 자동으로 재개됩니다.
after-the-pause = 일시정지 이후
fair-pause-effect = 일시정지하는 동안 이미 결제한 기간은 줄어들지 않고, 재개 후 이어집니다. 갱신일도 같은 기간만큼 미뤄집니다.
renewal = 갱신
renewal-moves = { $old }에서 { $new }로 변경
nothing-to-pay-until = { $date }까지 결제할 금액 없음

## Another plan
plan-change-title = { $plan } 요금제로 변경
plan-change-legend = 어떤 요금제로 변경할까요?
plan-change-error = 먼저 요금제를 선택하세요.
plan-change-now = 요금제가 오늘 변경됩니다.
plan-change-at-renewal = 요금제는 { $date } 갱신 시 변경됩니다. 그때까지는 그대로 유지됩니다.
current-plan = 현재 요금제
new-plan = 새 요금제
price-of-plan = { $plan }, { $price }
charged-today = 오늘 결제 금액: { $amount }
credited = 적립 금액: { $amount }
nothing-charged-today = 오늘은 결제되지 않습니다.
keep-with-plan-change = { $plan } 요금제로 변경하기
keep-with-yearly = 연간 결제로 변경하기
keep-with-monthly = 월간 결제로 변경하기

## Seats
seats-title = 라이선스 { $count }개로 줄이기
seats-effect = { $date } 갱신 시 라이선스가 { $from }개에서 { $to }개로 줄어듭니다. 그때까지는 변경되지 않습니다.
seats-count = 라이선스 { $count }개
seats = 라이선스 수
keep-with-seats = 라이선스 { $count }개로 유지하기

## Free time
free-months-title = { $count }개월 무료
free-months-effect = 요금제는 그대로 유지됩니다. { $date }까지 결제할 금액이 없습니다.
keep-with-free-time = 무료 기간과 함께 요금제 유지하기

## A longer trial
trial-title = 체험 기간 { $count }일 연장
trial-effect = 체험 기간이 { $date }까지 이어집니다. 그 전에는 결제되지 않습니다.
keep-with-trial = 체험 기간 연장하기

## Credit
credit-title = 크레딧 { $amount }
credit-effect = 이후 청구서에서 { $amount }만큼 차감됩니다.
credit-effect-next = 다음 청구서에서 { $amount }만큼 차감됩니다.
keep-with-credit = 크레딧을 받고 요금제 유지하기
refund-title = { $amount } 환불
refund-effect = { $date } 청구서 금액 중 { $amount }만큼 결제하신 수단으로 환불됩니다.
keep-with-refund = 환불을 받고 요금제 유지하기
refunded = 환불 금액: { $amount }

## Talk to us
contact-title = 문의하기
contact-effect = 구독은 변경되지 않습니다. 이 페이지로 돌아와 해지할 수 있습니다.
contact-book = 통화 예약
contact-write = 메시지 보내기
contact-open = 열기
contact-call = 전화하기

## Content
play-video = 동영상 재생
image-of = 이미지: { $caption }
video-of = 동영상: { $caption }
video-length = 길이 { $time }
read-more = 더 보기
tip-setup = 설정 도움받기
tip-setup-1 = 하고 싶은 작업을 지원팀에 알려 주세요. 계정을 함께 살펴보고 설정해 드릴 수 있습니다.
tip-setup-2 = 무료이며 요금제는 그대로 유지됩니다.
tip-roadmap = 필요한 기능 문의하기
tip-roadmap-1 = 이름이 다르거나 곧 출시될 기능도 있습니다. 지원팀이 안내해 드리고, 부족한 기능을 담당 부서에 전달합니다.
tip-roadmap-2 = 요금제는 그대로 유지됩니다.
tip-support = 상담원에게 문의하기
tip-support-1 = 불편했던 점을 지원팀에 알려 주세요. 담당자가 직접 읽고 답변합니다.
tip-support-2 = 요금제는 그대로 유지됩니다.

## Confirm
confirm-title = 이 구독을 해지할까요?
what-ends = 종료되는 구독
when = 종료일
until-then = 그때까지
today = 오늘, { $date }
usable-until = 지금처럼 이용할 수 있습니다. 갱신되지 않습니다.
not-usable = 해지하는 즉시 종료됩니다.
refund-on-cancel = 사용하지 않은 기간에 대한 환불 금액은 { $amount }입니다.
no-refund-on-cancel = 사용하지 않은 기간은 환불되지 않습니다.
end-legend = 언제 종료할까요?
end-at-period = { $date }, 결제한 기간이 끝날 때
end-at-once = 오늘
end-at-once-refund = 오늘, { $amount } 환불
end-error = 종료 시점을 선택하세요.

## Receipt
receipt-title = 구독이 해지되었습니다
receipt-document-title = 해지 확인서
receipt-ends-on = { $date }까지 이용할 수 있습니다. 갱신되지 않습니다.
receipt-ended = { $date }에 종료되었습니다.
receipt-ends-today = 요금제가 오늘 종료됩니다.
reference = 접수 번호
canceled-at = 해지 일시
received-at = 접수 일시
plan = 요금제
undo-until = { $date }까지 해지를 철회할 수 있습니다.
receipt-mailed = 사본은 { $email } 주소로 발송됩니다.

## Kept
kept-title = 요금제가 유지됩니다
paused-title = 일시정지가 설정되었습니다
changed-title = 요금제가 변경되었습니다
trial-extended-title = 체험 기간이 연장되었습니다
kept-unchanged = 변경된 내용은 없습니다.
applied = 적용 내용
next-invoice = 다음 청구서
amount-on = { $date }에 { $amount }
you-pay-on = { $date } 결제 금액은 { $amount }입니다.
nothing-to-pay = 결제할 청구서가 없습니다.
applied-plan = { $date }부터 { $plan }
applied-plan-now = 오늘부터 { $plan }
applied-seats = { $date }부터 라이선스 { $count }개
applied-trial = { $date }까지 체험 기간
applied-credit = 크레딧 { $amount }
applied-refund = { $amount } 환불
applied-custom = 선택하신 내용이 설정되었습니다.

## Pending
pending-cancel-title = 해지 요청이 접수되었습니다
pending-cancel = 처리 중입니다. 이 페이지를 닫아도 해지는 유효합니다. 아래 시각을 기준으로 합니다.
pending-offer-title = 선택이 접수되었습니다
pending-offer = 요금제에 적용하는 중입니다. 이 페이지를 닫아도 계속 진행됩니다.
pending-undo-title = 해지 철회 요청이 접수되었습니다
pending-undo = 처리 중입니다. 이 페이지를 닫아도 계속 진행됩니다.
pending-custom = { $brand }에서 설정하는 중입니다. 이 페이지를 닫아도 계속 진행됩니다.
failed-custom = { $brand }에서 설정하지 못했습니다. 변경된 내용은 없으며 다시 선택할 수 있습니다.

## Opened another page instead of deciding
redirected-title = 페이지를 열었습니다
redirected-to = { $address } 페이지를 열었습니다. 구독은 변경되지 않았습니다.
redirected-elsewhere = 다른 페이지를 열었습니다. 구독은 변경되지 않았습니다.
redirected-return = 해지 화면으로 돌아가기

## Undo
undo-title = 구독이 { $date }에 종료됩니다
undo-explained = 이미 해지되었습니다. 그때까지 해지를 철회하거나 그대로 둘 수 있습니다.
undone-title = 구독이 유지됩니다
undone = 해지가 철회되었습니다.
failed-undo = 결제 서비스에서 변경을 거부하여 해지가 그대로 유효합니다. 다시 시도하거나 아래 접수 번호와 함께 지원팀에 문의하세요.

## Survey after the cancellation
after-survey-title = 해지하신 이유가 무엇인가요?
after-survey-explained = 답변 여부와 관계없이 구독은 해지되었습니다.
send-answer = 보내기
thank-you = 감사합니다
answer-recorded = 답변이 기록되었습니다.

## Messages
expired-title = 페이지가 만료되었습니다
expired = 계정으로 돌아가 해지 버튼을 다시 누르세요. 새 페이지가 열립니다.
unknown-title = 이 페이지를 열 수 없습니다
unknown = 링크가 올바르지 않습니다. 계정으로 돌아가 해지 버튼을 다시 누르세요.
billing-down-title = 지금은 요금제를 표시할 수 없습니다
billing-down = 결제 서비스가 응답하지 않습니다. 그래도 해지할 수 있습니다. 요청은 접수 시각과 함께 기록되며 가능한 한 빨리 처리됩니다.
error-title = 시스템에 문제가 발생했습니다
error = 다시 시도하거나 지금 해지할 수 있습니다.
error-without-session = 계정으로 돌아가 해지 버튼을 다시 누르세요.
shell-title = 계정에서 이 페이지를 여세요
shell = 계정으로 돌아가 해지 버튼을 누르세요.
nothing-to-cancel-title = 해지할 구독이 없습니다
nothing-to-cancel = 이용 중인 구독이 없습니다. 계속 요금이 청구된다면 계정으로 돌아가 이 페이지를 다시 여세요.
how-to-cancel = 그래도 해지되지 않으면 요금을 청구하는 회사에 메시지를 보내세요. 해지 의사와 계정의 이메일 주소만 적으면 됩니다.
how-to-cancel-at = 그래도 해지되지 않으면 { $contact } 앞으로 메시지를 보내세요. 해지 의사와 계정의 이메일 주소만 적으면 됩니다.
