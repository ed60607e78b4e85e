### The words of the retention view in Japanese, in the polite form (です・ます).

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = 問題があります：{ $title }
date-and-time = { $date } { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = 今すぐ解約する
cancel-subscription = サブスクリプションを解約する
continue-to-cancel = 解約手続きへ進む
show-another-option = 別の選択肢を表示する
keep-with-offer = この内容でプランを継続する
keep-with-pause = プランを一時停止する
keep-plan = プランを継続する
keep-subscription = サブスクリプションを継続する
undo-cancellation = 解約を取り消す
close = 閉じる
back-to = { $brand }に戻る
check-again = もう一度確認する
try-again = もう一度試す
download-receipt = 解約確認書をダウンロードする
optional = （任意）

## A price and its rhythm
price-by-day =
    { $count ->
        [1] 1日あたり{ $amount }
       *[other] { $count }日ごとに{ $amount }
    }
price-by-week =
    { $count ->
        [1] 週額{ $amount }
       *[other] { $count }週間ごとに{ $amount }
    }
price-by-month =
    { $count ->
        [1] 月額{ $amount }
       *[other] { $count }か月ごとに{ $amount }
    }
price-by-year =
    { $count ->
        [1] 年額{ $amount }
       *[other] { $count }年ごとに{ $amount }
    }
renews = { $price }、解約するまで自動更新
renews-only = 解約するまで自動更新

## Where a subscription stands
paid-until = { $date }まで支払い済み
trial-until = { $date }までトライアル
payment-overdue = お支払い期限を過ぎた請求があります
paused-until = { $date }まで一時停止中
paused-without-end = 一時停止中
already-ends-on = 解約済み、{ $date }に終了

## What the finishing control does
cancel-effect-on = 今解約すると、プランは{ $date }に終了します。
cancel-effect-at-once = 今解約すると、プランは本日終了します。
cancel-effect-refund = 今解約すると、プランは本日終了し、未使用期間分の{ $amount }が返金されます。

## Which subscription
choose-title = どのサブスクリプションですか？
choose-legend = 複数のご契約があります。解約するものを選択してください。
choose-error = 先にサブスクリプションを選択してください。

## Reason
reason-title = サブスクリプションの解約
reason-legend = 解約の理由をお聞かせください
reason-error = 理由を選択して進んでください。選択せずに今すぐ解約することもできます。
comment-label = 補足があればご記入ください
comment-too-long = { $count }文字以内で入力してください。
reason-too-expensive = 料金が高い
reason-unused = あまり利用していない
reason-missing-features = 必要な機能が足りない
reason-switched-service = 別のサービスに乗り換える
reason-too-complex = 使い方が難しい
reason-low-quality = 品質が期待と異なる
reason-customer-service = カスタマーサポートが期待と異なる
reason-other = その他
follow-up-label = もう少し詳しく教えていただけますか？
follow-up-feature = どの機能が足りませんか？
follow-up-service = どのサービスに乗り換えますか？
follow-up-price = いくらであれば適切だと思いますか？

## Offers, around all kinds
offer-label = ご提案
tip-label = ヒント
with-this-offer = このご提案の場合
starts = 開始
next-invoice-on = 次回のご請求、{ $date }
ends = 終了
after-that = その後
price-now = 現在
price-later = { $date }から
offer-footnote = 今後もいつでも解約できます。
offer-gone = このご提案は現在のプランでは利用できなくなりました。変更された内容はありません。
not-carried-out = 決済サービスが直前の変更を受け付けませんでした。変更された内容はありません。もう一度選択できます。
other-subscription = このページは別のサブスクリプションのものです。変更された内容はありません。
offers-title = いずれかを選択、または今すぐ解約
offers-legend = 選択肢
offers-error = 先に選択肢を選んでください。今すぐ解約することもできます。
choose-this-offer = これを選ぶ
accept-offer = この提案を利用する

## Discount
discount-once = 次回のご請求から{ $reduction }割引
discount-months = { $count }か月間、{ $reduction }割引
discount-forever = ご契約中はずっと{ $reduction }割引
discount-ends = 割引の終了
discount-without-end = 終了日なし
discount-replaces = 現在の割引に代わって適用されます。
keep-with-discount = この料金でプランを継続する

## Pause
pause-title = プランの一時停止
pause-legend = 期間を選択してください
pause-months = { $count }か月
pause-error = 一時停止の期間を選択してください。
resumes = 再開
resumes-on = { $date }に再開
pause-effect = 一時停止中は請求がありません。プランは選択した日に自動で再開します。
after-the-pause = 一時停止後
fair-pause-effect = 一時停止中は支払い済みの期間が進まず、再開後に続きから始まります。更新日は同じ期間だけ後になります。
renewal = 更新
renewal-moves = { $old }から{ $new }に変更
nothing-to-pay-until = { $date }までお支払いはありません

## Another plan
plan-change-title = { $plan }に変更する
plan-change-legend = どのプランにしますか？
plan-change-error = 先にプランを選択してください。
plan-change-now = プランは本日変更されます。
plan-change-at-renewal = プランは{ $date }の更新時に変更されます。それまでは今のままです。
current-plan = 現在のプラン
new-plan = 新しいプラン
price-of-plan = { $plan }、{ $price }
charged-today = 本日のお支払い：{ $amount }
credited = クレジット付与：{ $amount }
nothing-charged-today = 本日のお支払いはありません。
keep-with-plan-change = { $plan }に変更する
keep-with-yearly = 年払いに変更する
keep-with-monthly = 月払いに変更する

## Seats
seats-title = { $count }ライセンスに減らす
seats-effect = { $date }の更新時に、ライセンス数が{ $from }から{ $to }に変わります。それまでは変更ありません。
seats-count = { $count }ライセンス
seats = ライセンス数
keep-with-seats = { $count }ライセンスで継続する

## Free time
free-months-title = { $count }か月無料
free-months-effect = プランは今のままです。{ $date }までお支払いはありません。
keep-with-free-time = 無料期間付きでプランを継続する

## A longer trial
trial-title = トライアルを{ $count }日延長
trial-effect = トライアルは{ $date }まで続きます。それまで料金はかかりません。
keep-with-trial = トライアルを延長する

## Credit
credit-title = { $amount }のクレジット
credit-effect = 次回以降のご請求から{ $amount }が差し引かれます。
credit-effect-next = 次回のご請求から{ $amount }が差し引かれます。
keep-with-credit = クレジット付きでプランを継続する
refund-title = { $amount }の返金
refund-effect = { $date }のご請求のうち{ $amount }が、お支払い時と同じ方法で返金されます。
keep-with-refund = 返金を受けてプランを継続する
refunded = 返金額：{ $amount }

## Talk to us
contact-title = お問い合わせ
contact-effect = サブスクリプションは変わりません。このページに戻って解約できます。
contact-book = 通話を予約する
contact-write = メッセージを送る
contact-open = 開く
contact-call = 電話をかける

## Content
play-video = 動画を再生する
image-of = 画像：{ $caption }
video-of = 動画：{ $caption }
video-length = 長さ { $time }
read-more = 続きを読む
tip-setup = 設定のお手伝い
tip-setup-1 = 実現したいことをサポートにお伝えください。アカウントを一緒に確認し、設定をお手伝いします。
tip-setup-2 = 無料です。プランは今のままです。
tip-roadmap = 足りない機能について問い合わせる
tip-roadmap-1 = 別の名前で提供中の機能や、近日公開予定の機能もあります。サポートがお答えし、足りない機能を担当者に伝えます。
tip-roadmap-2 = プランは今のままです。
tip-support = 担当者に相談する
tip-support-1 = うまくいかなかったことをサポートにお伝えください。担当者が読んで返信します。
tip-support-2 = プランは今のままです。

## Confirm
confirm-title = このサブスクリプションを解約しますか？
what-ends = 終了するプラン
when = 終了日
until-then = それまで
today = 本日、{ $date }
usable-until = これまでどおり利用できます。更新はされません。
not-usable = 解約するとすぐに終了します。
refund-on-cancel = 未使用期間分の{ $amount }が返金されます。
no-refund-on-cancel = 未使用期間分の返金はありません。
end-legend = いつ終了しますか？
end-at-period = { $date }（支払い済み期間の終了時）
end-at-once = 本日
end-at-once-refund = 本日、{ $amount }の返金あり
end-error = 終了する時期を選択してください。

## Receipt
receipt-title = サブスクリプションは解約されました
receipt-document-title = 解約確認書
receipt-ends-on = { $date }まで利用できます。更新はされません。
receipt-ended = { $date }に終了しました。
receipt-ends-today = プランは本日終了します。
reference = 受付番号
canceled-at = 解約日時
received-at = 受付日時
plan = プラン
undo-until = { $date }まで解約を取り消せます。
receipt-mailed = 控えは{ $email }に送信されます。

## Kept
kept-title = プランは継続します
paused-title = 一時停止を設定しました
changed-title = プランを変更しました
trial-extended-title = トライアルを延長しました
kept-unchanged = 変更された内容はありません。
applied = 適用内容
next-invoice = 次回のご請求
amount-on = { $date }に{ $amount }
you-pay-on = { $date }に{ $amount }をお支払いいただきます。
nothing-to-pay = お支払いいただく請求はありません。
applied-plan = { $date }から{ $plan }
applied-plan-now = 本日から{ $plan }
applied-seats = { $date }から{ $count }ライセンス
applied-trial = { $date }までトライアル
applied-credit = { $amount }のクレジット
applied-refund = { $amount }を返金
applied-custom = 選択した内容を設定しました。

## Pending
pending-cancel-title = 解約を受け付けました
pending-cancel = 手続き中です。このページを閉じても解約は有効です。下記の日時が受付日時となります。
pending-offer-title = 選択内容を受け付けました
pending-offer = プランに適用しています。このページを閉じても処理は続きます。
pending-undo-title = 解約の取り消しを受け付けました
pending-undo = 手続き中です。このページを閉じても処理は続きます。
pending-custom = { $brand }が設定しています。このページを閉じても処理は続きます。
failed-custom = { $brand }で設定できませんでした。変更された内容はありません。もう一度選択できます。

## Opened another page instead of deciding
redirected-title = ページを開きました
redirected-to = { $address }を開きました。サブスクリプションは変わっていません。
redirected-elsewhere = 別のページを開きました。サブスクリプションは変わっていません。
redirected-return = 解約手続きに戻る

## Undo
undo-title = サブスクリプションは{ $date }に終了します
undo-explained = すでに解約済みです。それまでは解約を取り消すことも、このままにすることもできます。
undone-title = サブスクリプションは継続します
undone = 解約を取り消しました。
failed-undo = 決済サービスが変更を受け付けなかったため、解約は有効なままです。もう一度試すか、下記の受付番号を添えてサポートにお問い合わせください。

## Survey after the cancellation
after-survey-title = 解約の理由をお聞かせください
after-survey-explained = 回答の有無にかかわらず、サブスクリプションは解約済みです。
send-answer = 送信する
thank-you = ありがとうございます
answer-recorded = 回答を記録しました。

## Messages
expired-title = このページの有効期限が切れました
expired = アカウントに戻り、解約ボタンをもう一度押してください。新しいページが開きます。
unknown-title = このページを開けません
unknown = リンクが無効です。アカウントに戻り、解約ボタンをもう一度押してください。
billing-down-title = 現在プランを表示できません
billing-down = 決済サービスから応答がありません。このまま解約できます。お申し込みは日時とともに記録され、できるだけ早く処理されます。
error-title = システムで問題が発生しました
error = もう一度お試しください。今すぐ解約することもできます。
error-without-session = アカウントに戻り、解約ボタンをもう一度押してください。
shell-title = アカウントからこのページを開いてください
shell = アカウントに戻り、解約ボタンを押してください。
nothing-to-cancel-title = 解約する契約がありません
nothing-to-cancel = 有効なサブスクリプションはありません。請求が続いている場合は、アカウントに戻ってこのページをもう一度開いてください。
how-to-cancel = それでも解決しない場合は、請求元の会社にご連絡ください。解約する旨とアカウントのメールアドレスを記載したメッセージで手続きできます。
how-to-cancel-at = それでも解決しない場合は、{ $contact }にご連絡ください。解約する旨とアカウントのメールアドレスを記載したメッセージで手続きできます。
