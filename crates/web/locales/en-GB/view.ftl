### The words of the retention view in British English.
###
### Tone: short, neutral, in the present tense. No regret, no praise, no urgency, no loss. A button
### says what happens when it is pressed. A whole sentence is one message, never glued together.
###
### Values: $count, $from and $to are whole numbers, and the only ones to select on. All others are
### texts that arrive formatted: $amount "$49.00", $price "$49.00 per month", $date "December 23, 2026".

## Page
# Title of the browser's tab.
title-with-brand = { $title } – { $brand }
title-with-problem = Problem: { $title }
date-and-time = { $date }, { $time }
# A time of day with the short name of its zone: "8:49 PM UTC".
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Cancel now
cancel-subscription = Cancel subscription
# Goes on to the next screen of the cancellation, with a reason chosen or not.
continue-to-cancel = Continue to cancel
# Past an offer to the next one.
show-another-option = Show another option
keep-with-offer = Keep my plan with this offer
keep-with-pause = Pause my plan
keep-plan = Keep my plan
keep-subscription = Keep my subscription
undo-cancellation = Undo cancellation
close = Close
back-to = Back to { $brand }
check-again = Check again
try-again = Try again
download-receipt = Download receipt
optional = (optional)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } per day
        [one] { $amount } every { $count } day
       *[other] { $amount } every { $count } days
    }
price-by-week =
    { $count ->
        [1] { $amount } per week
        [one] { $amount } every { $count } week
       *[other] { $amount } every { $count } weeks
    }
price-by-month =
    { $count ->
        [1] { $amount } per month
        [one] { $amount } every { $count } month
       *[other] { $amount } every { $count } months
    }
price-by-year =
    { $count ->
        [1] { $amount } per year
        [one] { $amount } every { $count } year
       *[other] { $amount } every { $count } years
    }
renews = { $price }, renews until you cancel
renews-only = Renews until you cancel

## Where a subscription stands
paid-until = Paid until { $date }
trial-until = Trial until { $date }
payment-overdue = A payment is overdue
paused-until = Paused until { $date }
paused-without-end = Paused
already-ends-on = Cancelled, ends { $date }

## What the finishing control does
cancel-effect-on = If you cancel now, your plan ends on { $date }.
cancel-effect-at-once = If you cancel now, your plan ends today.
cancel-effect-refund = If you cancel now, your plan ends today and { $amount } is refunded for the unused time.

## Which subscription
choose-title = Which subscription?
choose-legend = You have several. Choose the one to cancel.
choose-error = Choose a subscription first.

## Reason
reason-title = Cancel your subscription
reason-legend = Why are you cancelling?
reason-error = Choose a reason to continue, or cancel now without one.
comment-label = Anything to add?
# $count is the limit, 5,000.
comment-too-long =
    { $count ->
        [one] Please shorten your text to { $count } character.
       *[other] Please shorten your text to { $count } characters.
    }
# Stripe's eight answers, in the customer's voice.
reason-too-expensive = It’s too expensive
reason-unused = I don’t use it enough
reason-missing-features = Some features I need are missing
reason-switched-service = I’m switching to another service
reason-too-complex = It’s too hard to use
reason-low-quality = The quality isn’t what I expected
reason-customer-service = The customer service isn’t what I expected
reason-other = Something else
# One more question that a reason may ask, as a label above a text field.
follow-up-label = Can you say a little more?
follow-up-feature = Which feature is missing?
follow-up-service = Which service are you switching to?
follow-up-price = Which price would be right for you?

## Offers, around all kinds
offer-label = Offer
tip-label = Tip
with-this-offer = With this offer
starts = Starts
# The day of the next invoice, beside "Starts".
next-invoice-on = Next invoice, { $date }
ends = Ends
after-that = After that
price-now = Now
price-later = From { $date }
offer-footnote = You can still cancel at any time.
offer-gone = This offer is no longer available for your plan. Nothing has changed.
not-carried-out = The payment provider refused the last change. Nothing has changed; you can choose again.
other-subscription = This page is for another subscription. Nothing has changed.
# Several offers on one screen.
offers-title = Choose one of these, or cancel now
offers-legend = Your options
offers-error = Choose an option first, or cancel now.
choose-this-offer = Choose this
accept-offer = Accept this offer

## Discount. $reduction is "25%" or "$5.00".
discount-once = { $reduction } off the next invoice
discount-months =
    { $count ->
        [one] { $reduction } off for { $count } month
       *[other] { $reduction } off for { $count } months
    }
discount-forever = { $reduction } off for as long as you stay
discount-ends = Discount ends
# Instead of an end date.
discount-without-end = It does not end
# The discount of now is replaced by the offered one.
discount-replaces = It replaces the discount you have now.
keep-with-discount = Keep my plan at this price

## Pause
pause-title = Pause your plan
pause-legend = How long?
pause-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
pause-error = Choose how long to pause.
resumes = Resumes
resumes-on = Resumes { $date }
pause-effect = No invoices during the pause. Your plan resumes by itself on the date you choose.
after-the-pause = After the pause
# A yearly plan: its paid year becomes longer by the pause.
fair-pause-effect = Your paid time stops during the pause and goes on after it. The renewal moves by the same time.
renewal = Renewal
renewal-moves = Moves from { $old } to { $new }
nothing-to-pay-until = Nothing to pay until { $date }

## Another plan. $plan is its name.
plan-change-title = Change to { $plan }
plan-change-legend = Which plan?
plan-change-error = Choose a plan first.
plan-change-now = Your plan changes today.
plan-change-at-renewal = Your plan changes at the renewal on { $date }. Until then it stays as it is.
current-plan = Your plan now
new-plan = New plan
price-of-plan = { $plan }, { $price }
charged-today = Charged today: { $amount }
credited = Credited: { $amount }
nothing-charged-today = Nothing is charged today.
keep-with-plan-change = Change to { $plan }
keep-with-yearly = Change to yearly payment
keep-with-monthly = Change to monthly payment

## Seats
seats-title =
    { $count ->
        [one] Reduce to { $count } seat
       *[other] Reduce to { $count } seats
    }
seats-effect =
    { $to ->
        [one] From { $from } to { $to } seat at the renewal on { $date }. Until then nothing changes.
       *[other] From { $from } to { $to } seats at the renewal on { $date }. Until then nothing changes.
    }
seats-count =
    { $count ->
        [one] { $count } seat
       *[other] { $count } seats
    }
seats = Seats
keep-with-seats =
    { $count ->
        [one] Keep { $count } seat
       *[other] Keep { $count } seats
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } month free
       *[other] { $count } months free
    }
free-months-effect = The plan stays as it is. Nothing to pay until { $date }.
keep-with-free-time = Keep my plan with the free time

## A longer trial
trial-title =
    { $count ->
        [one] { $count } more day of trial
       *[other] { $count } more days of trial
    }
trial-effect = Your trial goes on until { $date }. Nothing is charged before that.
keep-with-trial = Extend my trial

## Credit
credit-title = { $amount } credit
credit-effect = { $amount } is taken off your next invoices.
credit-effect-next = { $amount } is taken off your next invoice.
keep-with-credit = Keep my plan with the credit
# A part of an invoice that is paid already comes back.
refund-title = { $amount } back
refund-effect = { $amount } of the invoice of { $date } is refunded the way you paid it.
keep-with-refund = Keep my plan with the refund
refunded = Refunded: { $amount }

## Talk to us. Links; nothing is decided by them.
contact-title = Talk to us
contact-effect = Your subscription does not change. You can come back to this page and cancel.
contact-book = Book a call
contact-write = Write to us
contact-open = Open
contact-call = Call us

## Content
play-video = Play video
image-of = Image: { $caption }
video-of = Video: { $caption }
video-length = Length { $time }
read-more = Read more
# The tips of the built-in playbook.
tip-setup = Help with the set-up
tip-setup-1 = Tell support what you want to get done. They can look at your account with you and set it up.
tip-setup-2 = It costs nothing, and your plan stays as it is.
tip-roadmap = Ask about the missing feature
tip-roadmap-1 = Some features have another name or are close to release. Support can tell you, and passes on what is missing.
tip-roadmap-2 = Your plan stays as it is.
tip-support = Talk to a person
tip-support-1 = Tell support what went wrong. A person reads it and answers.
tip-support-2 = Your plan stays as it is.

## Confirm
confirm-title = Cancel this subscription?
what-ends = What ends
when = When
until-then = Until then
today = Today, { $date }
usable-until = You can use it as before. It does not renew.
not-usable = It ends as soon as you cancel.
refund-on-cancel = { $amount } is refunded for the unused time.
no-refund-on-cancel = The unused time is not refunded.
# A choice between two ends.
end-legend = When should it end?
end-at-period = On { $date }, at the end of the paid time
end-at-once = Today
end-at-once-refund = Today, with a refund of { $amount }
end-error = Choose when it should end.

## Receipt
receipt-title = Your subscription is cancelled
receipt-document-title = Cancellation receipt
receipt-ends-on = You can use it until { $date }. It does not renew.
receipt-ended = It ended on { $date }.
receipt-ends-today = Your plan ends today.
reference = Reference
canceled-at = Cancelled
received-at = Received
plan = Plan
undo-until = You can undo this until { $date }.
receipt-mailed = A copy goes to { $email }.

## Kept
kept-title = Your plan continues
paused-title = Your pause is set
changed-title = Your plan is changed
trial-extended-title = Your trial is extended
kept-unchanged = Nothing has changed.
applied = Applied
next-invoice = Next invoice
amount-on = { $amount } on { $date }
you-pay-on = You pay { $amount } on { $date }.
nothing-to-pay = There is no invoice to pay.
applied-plan = { $plan } from { $date }
applied-plan-now = { $plan } from today
applied-seats =
    { $count ->
        [one] { $count } seat from { $date }
       *[other] { $count } seats from { $date }
    }
applied-trial = Trial until { $date }
applied-credit = { $amount } credit
applied-refund = { $amount } refunded
applied-custom = What you chose is set up.

## Pending
pending-cancel-title = Your cancellation is received
pending-cancel = It is being carried out. You can close this page; the cancellation stands. The time below counts.
pending-offer-title = Your choice is received
pending-offer = It is being applied to your plan. You can close this page; it goes on without you.
pending-undo-title = Your undo is received
pending-undo = It is being carried out. You can close this page; it goes on without you.
# An offer that the company carries out itself.
pending-custom = { $brand } is setting it up. You can close this page; it goes on without you.
failed-custom = { $brand } could not set this up. Nothing has changed; you can choose again.

## Opened another page instead of deciding
redirected-title = The page is open
redirected-to = We opened { $address }. Your subscription has not changed.
redirected-elsewhere = We opened another page. Your subscription has not changed.
redirected-return = Back to cancelling

## Undo
undo-title = Your subscription ends on { $date }
undo-explained = It is already cancelled. You can undo the cancellation until then, or leave it as it is.
undone-title = Your subscription continues
undone = The cancellation is undone.
failed-undo = The payment provider refused the change, so your cancellation still stands. Try again, or contact support with the reference below.

## Survey after the cancellation
after-survey-title = Why did you cancel?
after-survey-explained = Your subscription is cancelled whether you answer or not.
send-answer = Send
thank-you = Thank you
answer-recorded = Your answer is recorded.

## Messages
expired-title = This page has expired
expired = Go back to your account and press the cancel button again. It opens a new page.
unknown-title = This page cannot be opened
unknown = The link is not valid. Go back to your account and press the cancel button again.
billing-down-title = Your plan cannot be shown right now
billing-down = The payment provider does not answer. You can cancel anyway: your request is recorded with its time and carried out as soon as possible.
error-title = Something went wrong on our side
error = Try again, or cancel now.
error-without-session = Go back to your account and press the cancel button again.
shell-title = Open this page from your account
shell = Go back to your account and press the cancel button there.
nothing-to-cancel-title = Nothing to cancel
nothing-to-cancel = There is no running subscription here. If you still see charges, go back to your account and open this page again.
how-to-cancel = If that does not work, write to the company that bills you. A message that says you cancel, with the email address of your account, is enough.
how-to-cancel-at = If that does not work, write to { $contact }. A message that says you cancel, with the email address of your account, is enough.
