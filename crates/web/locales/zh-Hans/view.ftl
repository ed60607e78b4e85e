### The words of the retention view in Simplified Chinese. The customer is addressed as "您". 取消 alone would be the button that closes a dialog, so the controls name the subscription.

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = 出现问题：{ $title }
date-and-time = { $date } { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = 立即取消订阅
cancel-subscription = 取消订阅
continue-to-cancel = 前往取消订阅
show-another-option = 查看其他方案
keep-with-offer = 按此方案保留套餐
keep-with-pause = 暂停我的套餐
keep-plan = 保留我的套餐
keep-subscription = 保留我的订阅
undo-cancellation = 撤销取消
close = 关闭
back-to = 返回 { $brand }
check-again = 再次查看
try-again = 重试
download-receipt = 下载取消凭证
optional = （选填）

## A price and its rhythm
price-by-day =
    { $count ->
        [1] 每天 { $amount }
       *[other] 每 { $count } 天 { $amount }
    }
price-by-week =
    { $count ->
        [1] 每周 { $amount }
       *[other] 每 { $count } 周 { $amount }
    }
price-by-month =
    { $count ->
        [1] 每月 { $amount }
       *[other] 每 { $count } 个月 { $amount }
    }
price-by-year =
    { $count ->
        [1] 每年 { $amount }
       *[other] 每 { $count } 年 { $amount }
    }
renews = { $price }，取消前自动续订
renews-only = 取消前自动续订

## Where a subscription stands
paid-until = 已付费至{ $date }
trial-until = 试用至{ $date }
payment-overdue = 有一笔付款已逾期
paused-until = 暂停至{ $date }
paused-without-end = 已暂停
already-ends-on = 已取消，{ $date }结束

## What the finishing control does
cancel-effect-on = 如果现在取消，您的套餐将于{ $date }结束。
cancel-effect-at-once = 如果现在取消，您的套餐将于今天结束。
cancel-effect-refund = 如果现在取消，您的套餐将于今天结束，未使用时间对应的 { $amount } 将退还给您。

## Which subscription
choose-title = 选择订阅
choose-legend = 您有多个订阅，请选择要取消的订阅。
choose-error = 请先选择一个订阅。

## Reason
reason-title = 取消订阅
reason-legend = 您为什么要取消？
reason-error = 请选择一个原因以继续，也可以不选原因，立即取消订阅。
comment-label = 还有要补充的吗？
comment-too-long = 请将内容缩短至 { $count } 个字符以内。
reason-too-expensive = 价格太高
reason-unused = 用得不多
reason-missing-features = 缺少我需要的功能
reason-switched-service = 我要改用其他服务
reason-too-complex = 使用起来太复杂
reason-low-quality = 质量与预期不符
reason-customer-service = 客户服务与预期不符
reason-other = 其他原因
follow-up-label = 可以再说详细一些吗？
follow-up-feature = 缺少哪项功能？
follow-up-service = 您要改用哪项服务？
follow-up-price = 什么价格适合您？

## Offers, around all kinds
offer-label = 方案
tip-label = 提示
with-this-offer = 采用此方案
starts = 开始
next-invoice-on = 下期账单，{ $date }
ends = 结束
after-that = 之后
price-now = 现在
price-later = { $date }起
offer-footnote = 您之后仍可随时取消。
offer-gone = 此方案已不适用于您的套餐。未作任何更改。
not-carried-out = 支付服务商拒绝了上一次更改。未作任何更改，您可以重新选择。
other-subscription = 此页面属于另一个订阅。未作任何更改。
offers-title = 请选择一项，或立即取消订阅
offers-legend = 可选方案
offers-error = 请先选择一项，或立即取消订阅。
choose-this-offer = 选择此项
accept-offer = 接受此方案

## Discount
discount-once = 下期账单减免 { $reduction }
discount-months = 减免 { $reduction }，为期 { $count } 个月
discount-forever = 订阅期间一直减免 { $reduction }
discount-ends = 折扣结束
discount-without-end = 长期有效
discount-replaces = 它会取代您现有的折扣。
keep-with-discount = 以此价格保留套餐

## Pause
pause-title = 暂停套餐
pause-legend = 暂停多久？
pause-months = { $count } 个月
pause-error = 请选择暂停时长。
resumes = 恢复
resumes-on = { $date }恢复
pause-effect = 暂停期间没有账单。您的套餐会在所选日期自动恢复。
after-the-pause = 暂停结束后
fair-pause-effect = 暂停期间，已付费期限停止计算，恢复后继续。续订日期相应顺延。
renewal = 续订
renewal-moves = 从{ $old }改为{ $new }
nothing-to-pay-until = { $date }前无需付款

## Another plan
plan-change-title = 换到 { $plan }
plan-change-legend = 选择哪个套餐？
plan-change-error = 请先选择一个套餐。
plan-change-now = 您的套餐今天更换。
plan-change-at-renewal = 您的套餐将在{ $date }续订时更换，在此之前保持不变。
current-plan = 当前套餐
new-plan = 新套餐
price-of-plan = { $plan }，{ $price }
charged-today = 今天扣款：{ $amount }
credited = 计入余额：{ $amount }
nothing-charged-today = 今天不扣款。
keep-with-plan-change = 换到 { $plan }
keep-with-yearly = 改为按年付费
keep-with-monthly = 改为按月付费

## Seats
seats-title = 减少到 { $count } 个席位
seats-effect = { $date }续订时，席位从 { $from } 个减少到 { $to } 个，在此之前保持不变。
seats-count = { $count } 个席位
seats = 席位
keep-with-seats = 保留 { $count } 个席位

## Free time
free-months-title = 免费 { $count } 个月
free-months-effect = 套餐保持不变，{ $date }前无需付款。
keep-with-free-time = 保留套餐并使用免费时长

## A longer trial
trial-title = 延长试用 { $count } 天
trial-effect = 您的试用延续至{ $date }，在此之前不扣款。
keep-with-trial = 延长试用

## Credit
credit-title = { $amount } 抵扣额
credit-effect = 后续账单共抵扣 { $amount }。
credit-effect-next = 下期账单抵扣 { $amount }。
keep-with-credit = 保留套餐并获得抵扣额
refund-title = 退款 { $amount }
refund-effect = { $date }账单中的 { $amount } 将按原支付方式退还。
keep-with-refund = 保留套餐并接受退款
refunded = 已退款：{ $amount }

## Talk to us
contact-title = 联系我们
contact-effect = 您的订阅不会改变。您可以回到此页面取消订阅。
contact-book = 预约通话
contact-write = 给我们留言
contact-open = 打开
contact-call = 致电我们

## Content
play-video = 播放视频
image-of = 图片：{ $caption }
video-of = 视频：{ $caption }
video-length = 时长 { $time }
read-more = 阅读更多
tip-setup = 协助设置
tip-setup-1 = 请告诉客服您想完成什么。客服可以与您一起查看账户并完成设置。
tip-setup-2 = 这项服务免费，您的套餐保持不变。
tip-roadmap = 询问缺少的功能
tip-roadmap-1 = 有些功能名称不同，或即将推出。客服会为您解答，并转达您需要的功能。
tip-roadmap-2 = 您的套餐保持不变。
tip-support = 联系人工客服
tip-support-1 = 请告诉客服哪里出了问题。会有专人阅读并回复。
tip-support-2 = 您的套餐保持不变。

## Confirm
confirm-title = 要取消此订阅吗？
what-ends = 结束的订阅
when = 结束时间
until-then = 在此之前
today = 今天，{ $date }
usable-until = 您可以照常使用，到期不再续订。
not-usable = 取消后立即结束。
refund-on-cancel = 未使用时间对应的 { $amount } 将退还给您。
no-refund-on-cancel = 未使用的时间不予退款。
end-legend = 何时结束？
end-at-period = { $date }，已付费期限结束时
end-at-once = 今天
end-at-once-refund = 今天，退款 { $amount }
end-error = 请选择结束时间。

## Receipt
receipt-title = 您的订阅已取消
receipt-document-title = 取消凭证
receipt-ends-on = 您可以使用至{ $date }，到期不再续订。
receipt-ended = 已于{ $date }结束。
receipt-ends-today = 您的套餐今天结束。
reference = 受理编号
canceled-at = 取消时间
received-at = 受理时间
plan = 套餐
undo-until = 您可以在{ $date }前撤销取消。
receipt-mailed = 副本将发送至 { $email }。

## Kept
kept-title = 您的套餐继续有效
paused-title = 暂停已设置
changed-title = 您的套餐已更换
trial-extended-title = 您的试用已延长
kept-unchanged = 未作任何更改。
applied = 已生效
next-invoice = 下期账单
amount-on = { $date }支付 { $amount }
you-pay-on = 您将于{ $date }支付 { $amount }。
nothing-to-pay = 没有需要支付的账单。
applied-plan = { $date }起使用 { $plan }
applied-plan-now = 今天起使用 { $plan }
applied-seats = { $date }起 { $count } 个席位
applied-trial = 试用至{ $date }
applied-credit = { $amount } 抵扣额
applied-refund = 已退款 { $amount }
applied-custom = 您选择的内容已设置好。

## Pending
pending-cancel-title = 已收到您的取消请求
pending-cancel = 正在办理。您可以关闭此页面，取消依然有效，以下方时间为准。
pending-offer-title = 已收到您的选择
pending-offer = 正在应用到您的套餐。您可以关闭此页面，办理会自动继续。
pending-undo-title = 已收到您的撤销请求
pending-undo = 正在办理。您可以关闭此页面，办理会自动继续。
pending-custom = { $brand } 正在设置。您可以关闭此页面，办理会自动继续。
failed-custom = { $brand } 未能完成设置。未作任何更改，您可以重新选择。

## Opened another page instead of deciding
redirected-title = 页面已打开
redirected-to = 我们已打开 { $address }。您的订阅没有改变。
redirected-elsewhere = 我们已打开另一个页面。您的订阅没有改变。
redirected-return = 返回取消订阅

## Undo
undo-title = 您的订阅将于{ $date }结束
undo-explained = 订阅已取消。在此之前，您可以撤销取消，也可以保持现状。
undone-title = 您的订阅继续有效
undone = 已撤销取消。
failed-undo = 支付服务商拒绝了更改，因此取消仍然有效。请重试，或凭下方受理编号联系客服。

## Survey after the cancellation
after-survey-title = 您为什么取消？
after-survey-explained = 无论您是否回答，订阅都已取消。
send-answer = 提交
thank-you = 谢谢
answer-recorded = 您的回答已记录。

## Messages
expired-title = 此页面已过期
expired = 请返回您的账户，再次点击取消订阅按钮，即可打开新页面。
unknown-title = 无法打开此页面
unknown = 链接无效。请返回您的账户，再次点击取消订阅按钮。
billing-down-title = 暂时无法显示您的套餐
billing-down = 支付服务商没有响应。您仍可取消订阅：您的请求会连同时间一起记录，并尽快办理。
error-title = 我们这边出了问题
error = 请重试，或立即取消订阅。
error-without-session = 请返回您的账户，再次点击取消订阅按钮。
shell-title = 请从您的账户打开此页面
shell = 请返回您的账户，在那里点击取消订阅按钮。
nothing-to-cancel-title = 没有可取消的订阅
nothing-to-cancel = 这里没有生效中的订阅。如果仍有扣款，请返回您的账户，重新打开此页面。
how-to-cancel = 如果仍然无法取消，请写信给向您收费的公司，说明您要取消订阅，并附上账户的电子邮箱地址即可。
how-to-cancel-at = 如果仍然无法取消，请写信至 { $contact }，说明您要取消订阅，并附上账户的电子邮箱地址即可。
