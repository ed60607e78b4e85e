### The words of the retention view in Turkish. The customer is addressed as "siz"; buttons are short imperatives.

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Sorun: { $title }
date-and-time = { $date } { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Şimdi iptal et
cancel-subscription = Aboneliği iptal et
continue-to-cancel = İptal adımına geç
show-another-option = Başka bir seçenek göster
keep-with-offer = Planımı bu teklifle koru
keep-with-pause = Planımı duraklat
keep-plan = Planımı koru
keep-subscription = Aboneliğimi koru
undo-cancellation = İptali geri al
close = Kapat
back-to = { $brand } sayfasına dön
check-again = Yeniden kontrol et
try-again = Yeniden dene
download-receipt = İptal belgesini indir
optional = (isteğe bağlı)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount }/gün
        [one] { $count } günde bir { $amount }
       *[other] { $count } günde bir { $amount }
    }
price-by-week =
    { $count ->
        [1] { $amount }/hafta
        [one] { $count } haftada bir { $amount }
       *[other] { $count } haftada bir { $amount }
    }
price-by-month =
    { $count ->
        [1] { $amount }/ay
        [one] { $count } ayda bir { $amount }
       *[other] { $count } ayda bir { $amount }
    }
price-by-year =
    { $count ->
        [1] { $amount }/yıl
        [one] { $count } yılda bir { $amount }
       *[other] { $count } yılda bir { $amount }
    }
renews = { $price }, iptal edilene kadar yenilenir
renews-only = İptal edilene kadar yenilenir

## Where a subscription stands
paid-until = { $date } tarihine kadar ödendi
trial-until = Deneme süresi { $date } tarihine kadar
payment-overdue = Gecikmiş bir ödeme var
paused-until = { $date } tarihine kadar duraklatıldı
paused-without-end = Duraklatıldı
already-ends-on = İptal edildi, { $date } tarihinde sona erer

## What the finishing control does
cancel-effect-on = Şimdi iptal ederseniz planınız { $date } tarihinde sona erer.
cancel-effect-at-once = Şimdi iptal ederseniz planınız bugün sona erer.
cancel-effect-refund = Şimdi iptal ederseniz planınız bugün sona erer ve kullanılmayan süre için { $amount } iade edilir.

## Which subscription
choose-title = Hangi abonelik?
choose-legend = Birden fazla aboneliğiniz var. İptal etmek istediğinizi seçin.
choose-error = Önce bir abonelik seçin.

## Reason
reason-title = Aboneliğinizi iptal edin
reason-legend = İptal etme nedeniniz nedir?
reason-error = Devam etmek için bir neden seçin ya da neden belirtmeden şimdi iptal edin.
comment-label = Eklemek istediğiniz bir şey var mı?
comment-too-long =
    { $count ->
        [one] Lütfen metninizi en fazla { $count } karaktere kısaltın.
       *[other] Lütfen metninizi en fazla { $count } karaktere kısaltın.
    }
reason-too-expensive = Çok pahalı
reason-unused = Yeterince kullanmıyorum
reason-missing-features = İhtiyacım olan bazı özellikler eksik
reason-switched-service = Başka bir hizmete geçiyorum
reason-too-complex = Kullanımı çok zor
reason-low-quality = Kalitesi beklediğim gibi değil
reason-customer-service = Müşteri hizmetleri beklediğim gibi değil
reason-other = Başka bir neden
follow-up-label = Biraz daha açıklayabilir misiniz?
follow-up-feature = Hangi özellik eksik?
follow-up-service = Hangi hizmete geçiyorsunuz?
follow-up-price = Sizin için hangi fiyat uygun olurdu?

## Offers, around all kinds
offer-label = Teklif
tip-label = İpucu
with-this-offer = Bu teklifle
starts = Başlangıç
next-invoice-on = Sonraki fatura, { $date }
ends = Bitiş
after-that = Sonrasında
price-now = Şimdi
price-later = { $date } tarihinden itibaren
offer-footnote = Yine de istediğiniz zaman iptal edebilirsiniz.
offer-gone = Bu teklif planınız için artık geçerli değil. Hiçbir şey değişmedi.
not-carried-out = Ödeme sağlayıcısı son değişikliği reddetti. Hiçbir şey değişmedi; yeniden seçim yapabilirsiniz.
other-subscription = Bu sayfa başka bir abonelik için. Hiçbir şey değişmedi.
offers-title = Bir seçenek belirleyin ya da şimdi iptal edin
offers-legend = Seçenekleriniz
offers-error = Önce bir seçenek belirleyin ya da şimdi iptal edin.
choose-this-offer = Bunu seç
accept-offer = Bu teklifi kabul et

## Discount
discount-once = Sonraki faturada { $reduction } indirim
discount-months =
    { $count ->
        [one] { $count } ay boyunca { $reduction } indirim
       *[other] { $count } ay boyunca { $reduction } indirim
    }
discount-forever = Aboneliğiniz sürdükçe { $reduction } indirim
discount-ends = İndirimin bitişi
discount-without-end = Süresiz
discount-replaces = Şu anki indiriminizin yerini alır.
keep-with-discount = Planımı bu fiyatla koru

## Pause
pause-title = Planınızı duraklatın
pause-legend = Ne kadar süreyle?
pause-months =
    { $count ->
        [one] { $count } ay
       *[other] { $count } ay
    }
pause-error = Duraklatma süresini seçin.
resumes = Yeniden başlama
resumes-on = { $date } tarihinde yeniden başlar
pause-effect = Duraklatma süresince fatura kesilmez. Planınız seçtiğiniz tarihte kendiliğinden yeniden başlar.
after-the-pause = Duraklatmadan sonra
fair-pause-effect = Ödediğiniz süre duraklatma boyunca işlemez, sonra kaldığı yerden devam eder. Yenileme tarihi aynı süre kadar ertelenir.
renewal = Yenileme
renewal-moves = { $old } yerine { $new }
nothing-to-pay-until = { $date } tarihine kadar ödeme yok

## Another plan
plan-change-title = { $plan } planına geçin
plan-change-legend = Hangi plan?
plan-change-error = Önce bir plan seçin.
plan-change-now = Planınız bugün değişir.
plan-change-at-renewal = Planınız { $date } tarihindeki yenilemede değişir. O zamana kadar olduğu gibi kalır.
current-plan = Şu anki planınız
new-plan = Yeni plan
price-of-plan = { $plan }, { $price }
charged-today = Bugün tahsil edilen: { $amount }
credited = Hesabınıza eklenen bakiye: { $amount }
nothing-charged-today = Bugün ücret alınmaz.
keep-with-plan-change = { $plan } planına geç
keep-with-yearly = Yıllık ödemeye geç
keep-with-monthly = Aylık ödemeye geç

## Seats
seats-title =
    { $count ->
        [one] { $count } lisansa düşürün
       *[other] { $count } lisansa düşürün
    }
seats-effect = { $date } tarihindeki yenilemede lisans sayısı { $from } yerine { $to } olur. O zamana kadar hiçbir şey değişmez.
seats-count =
    { $count ->
        [one] { $count } lisans
       *[other] { $count } lisans
    }
seats = Lisans sayısı
keep-with-seats =
    { $count ->
        [one] { $count } lisansla devam et
       *[other] { $count } lisansla devam et
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } ay ücretsiz
       *[other] { $count } ay ücretsiz
    }
free-months-effect = Plan olduğu gibi kalır. { $date } tarihine kadar ödeme yok.
keep-with-free-time = Planımı ücretsiz süreyle koru

## A longer trial
trial-title =
    { $count ->
        [one] { $count } gün daha deneme
       *[other] { $count } gün daha deneme
    }
trial-effect = Deneme süreniz { $date } tarihine kadar devam eder. Bu tarihten önce ücret alınmaz.
keep-with-trial = Deneme süremi uzat

## Credit
credit-title = { $amount } bakiye
credit-effect = Sonraki faturalarınızdan { $amount } düşülür.
credit-effect-next = Sonraki faturanızdan { $amount } düşülür.
keep-with-credit = Planımı bakiyeyle koru
refund-title = { $amount } iade
refund-effect = { $date } tarihli faturanın { $amount } tutarındaki kısmı, ödemeyi yaptığınız yöntemle iade edilir.
keep-with-refund = Planımı iadeyle koru
refunded = İade edilen: { $amount }

## Talk to us
contact-title = Bizimle görüşün
contact-effect = Aboneliğiniz değişmez. Bu sayfaya dönüp iptal edebilirsiniz.
contact-book = Görüşme planla
contact-write = Bize yaz
contact-open = Aç
contact-call = Bizi ara

## Content
play-video = Videoyu oynat
image-of = Görsel: { $caption }
video-of = Video: { $caption }
video-length = Süre { $time }
read-more = Devamını oku
tip-setup = Kurulum için yardım
tip-setup-1 = Destek ekibine ne yapmak istediğinizi anlatın. Hesabınıza sizinle birlikte bakıp kurulumu yapabilirler.
tip-setup-2 = Ücretsizdir ve planınız olduğu gibi kalır.
tip-roadmap = Eksik özelliği sorun
tip-roadmap-1 = Bazı özelliklerin adı farklıdır ya da yakında yayımlanacaktır. Destek ekibi size bilgi verir ve eksik olanı iletir.
tip-roadmap-2 = Planınız olduğu gibi kalır.
tip-support = Bir temsilciyle görüşün
tip-support-1 = Neyin yolunda gitmediğini destek ekibine anlatın. Mesajınızı bir temsilci okur ve yanıtlar.
tip-support-2 = Planınız olduğu gibi kalır.

## Confirm
confirm-title = Bu abonelik iptal edilsin mi?
what-ends = Sona eren
when = Ne zaman
until-then = O zamana kadar
today = Bugün, { $date }
usable-until = Eskisi gibi kullanabilirsiniz. Yenilenmez.
not-usable = İptal ettiğiniz anda sona erer.
refund-on-cancel = Kullanılmayan süre için { $amount } iade edilir.
no-refund-on-cancel = Kullanılmayan süre için iade yapılmaz.
end-legend = Ne zaman sona ersin?
end-at-period = { $date } tarihinde, ödenen sürenin sonunda
end-at-once = Bugün
end-at-once-refund = Bugün, { $amount } iade ile
end-error = Ne zaman sona ereceğini seçin.

## Receipt
receipt-title = Aboneliğiniz iptal edildi
receipt-document-title = İptal belgesi
receipt-ends-on = { $date } tarihine kadar kullanabilirsiniz. Yenilenmez.
receipt-ended = { $date } tarihinde sona erdi.
receipt-ends-today = Planınız bugün sona erer.
reference = Referans no.
canceled-at = İptal zamanı
received-at = Alınma zamanı
plan = Plan
undo-until = İptali { $date } tarihine kadar geri alabilirsiniz.
receipt-mailed = Bir kopyası { $email } adresine gönderilir.

## Kept
kept-title = Planınız devam ediyor
paused-title = Duraklatma ayarlandı
changed-title = Planınız değiştirildi
trial-extended-title = Deneme süreniz uzatıldı
kept-unchanged = Hiçbir şey değişmedi.
applied = Uygulanan
next-invoice = Sonraki fatura
amount-on = { $date } tarihinde { $amount }
you-pay-on = { $date } tarihinde { $amount } ödersiniz.
nothing-to-pay = Ödenecek fatura yok.
applied-plan = { $date } tarihinden itibaren { $plan }
applied-plan-now = Bugünden itibaren { $plan }
applied-seats =
    { $count ->
        [one] { $date } tarihinden itibaren { $count } lisans
       *[other] { $date } tarihinden itibaren { $count } lisans
    }
applied-trial = { $date } tarihine kadar deneme
applied-credit = { $amount } bakiye
applied-refund = { $amount } iade edildi
applied-custom = Seçiminiz uygulandı.

## Pending
pending-cancel-title = İptal talebiniz alındı
pending-cancel = İptal işlemi sürüyor. Bu sayfayı kapatabilirsiniz; iptaliniz geçerlidir. Aşağıdaki zaman esas alınır.
pending-offer-title = Seçiminiz alındı
pending-offer = Planınıza uygulanıyor. Bu sayfayı kapatabilirsiniz; işlem kendiliğinden devam eder.
pending-undo-title = Geri alma talebiniz alındı
pending-undo = İşlem sürüyor. Bu sayfayı kapatabilirsiniz; işlem kendiliğinden devam eder.
pending-custom = { $brand } bunu ayarlıyor. Bu sayfayı kapatabilirsiniz; işlem kendiliğinden devam eder.
failed-custom = { $brand } bunu ayarlayamadı. Hiçbir şey değişmedi; yeniden seçim yapabilirsiniz.

## Opened another page instead of deciding
redirected-title = Sayfa açıldı
redirected-to = { $address } adresini açtık. Aboneliğiniz değişmedi.
redirected-elsewhere = Başka bir sayfa açtık. Aboneliğiniz değişmedi.
redirected-return = İptal işlemine dön

## Undo
undo-title = Aboneliğiniz { $date } tarihinde sona erer
undo-explained = Abonelik zaten iptal edildi. O zamana kadar iptali geri alabilir ya da olduğu gibi bırakabilirsiniz.
undone-title = Aboneliğiniz devam ediyor
undone = İptal geri alındı.
failed-undo = Ödeme sağlayıcısı değişikliği reddetti, bu nedenle iptaliniz geçerli. Yeniden deneyin ya da aşağıdaki referans numarasıyla destek ekibine başvurun.

## Survey after the cancellation
after-survey-title = Neden iptal ettiniz?
after-survey-explained = Yanıtlasanız da yanıtlamasanız da aboneliğiniz iptal edildi.
send-answer = Gönder
thank-you = Teşekkürler
answer-recorded = Yanıtınız kaydedildi.

## Messages
expired-title = Bu sayfanın süresi doldu
expired = Hesabınıza dönüp iptal düğmesine yeniden basın. Yeni bir sayfa açılır.
unknown-title = Bu sayfa açılamıyor
unknown = Bağlantı geçerli değil. Hesabınıza dönüp iptal düğmesine yeniden basın.
billing-down-title = Planınız şu anda gösterilemiyor
billing-down = Ödeme sağlayıcısı yanıt vermiyor. Yine de iptal edebilirsiniz: talebiniz zamanıyla birlikte kaydedilir ve en kısa sürede yerine getirilir.
error-title = Bizden kaynaklanan bir sorun oluştu
error = Yeniden deneyin ya da şimdi iptal edin.
error-without-session = Hesabınıza dönüp iptal düğmesine yeniden basın.
shell-title = Bu sayfayı hesabınızdan açın
shell = Hesabınıza dönüp oradaki iptal düğmesine basın.
nothing-to-cancel-title = İptal edilecek abonelik yok
nothing-to-cancel = Burada devam eden bir abonelik yok. Hâlâ ücret alındığını görüyorsanız hesabınıza dönüp bu sayfayı yeniden açın.
how-to-cancel = Bu da sonuç vermezse size fatura kesen şirkete yazın. İptal ettiğinizi belirten ve hesabınızın e-posta adresini içeren bir mesaj yeterlidir.
how-to-cancel-at = Bu da sonuç vermezse { $contact } adresine yazın. İptal ettiğinizi belirten ve hesabınızın e-posta adresini içeren bir mesaj yeterlidir.
