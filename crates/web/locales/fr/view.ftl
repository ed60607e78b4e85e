### The words of the retention view in French. The customer is addressed as "vous".

## Page
title-with-brand = { $title } – { $brand }
title-with-problem = Problème : { $title }
date-and-time = { $date }, { $time }
time-in-zone = { $time } { $zone }

## Controls
cancel-now = Résilier maintenant
cancel-subscription = Résilier l’abonnement
continue-to-cancel = Poursuivre la résiliation
show-another-option = Voir une autre possibilité
keep-with-offer = Garder ma formule avec cette offre
keep-with-pause = Mettre ma formule en pause
keep-plan = Garder ma formule
keep-subscription = Garder mon abonnement
undo-cancellation = Annuler la résiliation
close = Fermer
back-to = Retour à { $brand }
check-again = Vérifier à nouveau
try-again = Réessayer
download-receipt = Télécharger la confirmation
optional = (facultatif)

## A price and its rhythm
price-by-day =
    { $count ->
        [1] { $amount } par jour
        [one] { $amount } tous les { $count } jours
       *[other] { $amount } tous les { $count } jours
    }
price-by-week =
    { $count ->
        [1] { $amount } par semaine
        [one] { $amount } toutes les { $count } semaines
       *[other] { $amount } toutes les { $count } semaines
    }
price-by-month =
    { $count ->
        [1] { $amount } par mois
        [one] { $amount } tous les { $count } mois
       *[other] { $amount } tous les { $count } mois
    }
price-by-year =
    { $count ->
        [1] { $amount } par an
        [one] { $amount } tous les { $count } ans
       *[other] { $amount } tous les { $count } ans
    }
renews = { $price }, renouvelé jusqu’à résiliation
renews-only = Renouvelé jusqu’à résiliation

## Where a subscription stands
paid-until = Payé jusqu’au { $date }
trial-until = Essai jusqu’au { $date }
payment-overdue = Un paiement est en retard
paused-until = En pause jusqu’au { $date }
paused-without-end = En pause
already-ends-on = Résilié, prend fin le { $date }

## What the finishing control does
cancel-effect-on = Si vous résiliez maintenant, votre formule prend fin le { $date }.
cancel-effect-at-once = Si vous résiliez maintenant, votre formule prend fin aujourd’hui.
cancel-effect-refund = Si vous résiliez maintenant, votre formule prend fin aujourd’hui et { $amount } vous sont remboursés pour la période non utilisée.

## Which subscription
choose-title = Quel abonnement ?
choose-legend = Vous en avez plusieurs. Choisissez celui à résilier.
choose-error = Choisissez d’abord un abonnement.

## Reason
reason-title = Résilier votre abonnement
reason-legend = Pourquoi résiliez-vous ?
reason-error = Choisissez un motif pour poursuivre, ou résiliez maintenant sans motif.
comment-label = Souhaitez-vous ajouter quelque chose ?
comment-too-long =
    { $count ->
        [one] Veuillez réduire votre texte à { $count } caractère.
       *[other] Veuillez réduire votre texte à { $count } caractères.
    }
reason-too-expensive = C’est trop cher
reason-unused = Je ne l’utilise pas assez
reason-missing-features = Il manque des fonctions dont j’ai besoin
reason-switched-service = Je passe à un autre service
reason-too-complex = C’est trop difficile à utiliser
reason-low-quality = La qualité ne correspond pas à mes attentes
reason-customer-service = Le service client ne correspond pas à mes attentes
reason-other = Autre chose
follow-up-label = Pouvez-vous en dire un peu plus ?
follow-up-feature = Quelle fonction vous manque ?
follow-up-service = Vers quel service passez-vous ?
follow-up-price = Quel prix vous conviendrait ?

## Offers, around all kinds
offer-label = Offre
tip-label = Conseil
with-this-offer = Avec cette offre
starts = Début
next-invoice-on = Prochaine facture, { $date }
ends = Fin
after-that = Ensuite
price-now = Maintenant
price-later = À partir du { $date }
offer-footnote = Vous pouvez toujours résilier à tout moment.
offer-gone = Cette offre n’est plus disponible pour votre formule. Rien n’a changé.
not-carried-out = Le prestataire de paiement a refusé la dernière modification. Rien n’a changé ; vous pouvez choisir à nouveau.
other-subscription = Cette page concerne un autre abonnement. Rien n’a changé.
offers-title = Choisissez une possibilité, ou résiliez maintenant
offers-legend = Vos possibilités
offers-error = Choisissez d’abord une possibilité, ou résiliez maintenant.
choose-this-offer = Choisir
accept-offer = Accepter cette offre

## Discount
discount-once = { $reduction } de remise sur la prochaine facture
discount-months =
    { $count ->
        [one] { $reduction } de remise pendant { $count } mois
       *[other] { $reduction } de remise pendant { $count } mois
    }
discount-forever = { $reduction } de remise tant que votre abonnement dure
discount-ends = Fin de la remise
discount-without-end = La remise n’a pas de fin
discount-replaces = Elle remplace votre remise actuelle.
keep-with-discount = Garder ma formule à ce prix

## Pause
pause-title = Mettre votre formule en pause
pause-legend = Combien de temps ?
pause-months =
    { $count ->
        [one] { $count } mois
       *[other] { $count } mois
    }
pause-error = Choisissez la durée de la pause.
resumes = Reprise
resumes-on = Reprend le { $date }
pause-effect = Aucune facture pendant la pause. Votre formule reprend d’elle-même à la date choisie.
after-the-pause = Après la pause
fair-pause-effect = Votre période payée s’arrête pendant la pause et continue ensuite. Le renouvellement est décalé d’autant.
renewal = Renouvellement
renewal-moves = Passe du { $old } au { $new }
nothing-to-pay-until = Rien à payer jusqu’au { $date }

## Another plan
plan-change-title = Passer à { $plan }
plan-change-legend = Quelle formule ?
plan-change-error = Choisissez d’abord une formule.
plan-change-now = Votre formule change aujourd’hui.
plan-change-at-renewal = Votre formule change au renouvellement du { $date }. Jusque-là, elle reste la même.
current-plan = Votre formule actuelle
new-plan = Nouvelle formule
price-of-plan = { $plan }, { $price }
charged-today = Facturé aujourd’hui : { $amount }
credited = Crédité : { $amount }
nothing-charged-today = Rien n’est facturé aujourd’hui.
keep-with-plan-change = Passer à { $plan }
keep-with-yearly = Passer au paiement annuel
keep-with-monthly = Passer au paiement mensuel

## Seats
seats-title =
    { $count ->
        [one] Passer à { $count } licence
       *[other] Passer à { $count } licences
    }
seats-effect =
    { $to ->
        [one] De { $from } à { $to } licence au renouvellement du { $date }. Jusque-là, rien ne change.
       *[other] De { $from } à { $to } licences au renouvellement du { $date }. Jusque-là, rien ne change.
    }
seats-count =
    { $count ->
        [one] { $count } licence
       *[other] { $count } licences
    }
seats = Licences
keep-with-seats =
    { $count ->
        [one] Garder { $count } licence
       *[other] Garder { $count } licences
    }

## Free time
free-months-title =
    { $count ->
        [one] { $count } mois gratuit
       *[other] { $count } mois gratuits
    }
free-months-effect = La formule reste la même. Rien à payer jusqu’au { $date }.
keep-with-free-time = Garder ma formule avec la période gratuite

## A longer trial
trial-title =
    { $count ->
        [one] { $count } jour d’essai de plus
       *[other] { $count } jours d’essai de plus
    }
trial-effect = Votre essai continue jusqu’au { $date }. Rien n’est facturé avant.
keep-with-trial = Prolonger mon essai

## Credit
credit-title = { $amount } d’avoir
credit-effect = { $amount } sont déduits de vos prochaines factures.
credit-effect-next = { $amount } sont déduits de votre prochaine facture.
keep-with-credit = Garder ma formule avec l’avoir
refund-title = { $amount } remboursés
refund-effect = { $amount } de la facture du { $date } sont remboursés par le moyen de paiement utilisé.
keep-with-refund = Garder ma formule avec le remboursement
refunded = Remboursé : { $amount }

## Talk to us
contact-title = Nous parler
contact-effect = Votre abonnement ne change pas. Vous pouvez revenir sur cette page et résilier.
contact-book = Réserver un appel
contact-write = Nous écrire
contact-open = Ouvrir
contact-call = Nous appeler

## Content
play-video = Lire la vidéo
image-of = Image : { $caption }
video-of = Vidéo : { $caption }
video-length = Durée { $time }
read-more = Lire la suite
tip-setup = Aide à la configuration
tip-setup-1 = Dites à l’assistance ce que vous souhaitez faire. Elle peut examiner votre compte avec vous et le configurer.
tip-setup-2 = Cela ne coûte rien, et votre formule reste la même.
tip-roadmap = Demander la fonction qui manque
tip-roadmap-1 = Certaines fonctions portent un autre nom ou sortent bientôt. L’assistance peut vous le dire et transmet ce qui manque.
tip-roadmap-2 = Votre formule reste la même.
tip-support = Parler à une personne
tip-support-1 = Dites à l’assistance ce qui n’allait pas. Une personne vous lit et vous répond.
tip-support-2 = Votre formule reste la même.

## Confirm
confirm-title = Résilier cet abonnement ?
what-ends = Ce qui prend fin
when = Quand
until-then = D’ici là
today = Aujourd’hui, { $date }
usable-until = Vous pouvez l’utiliser comme avant. Il ne se renouvelle pas.
not-usable = Il prend fin dès que vous résiliez.
refund-on-cancel = { $amount } sont remboursés pour la période non utilisée.
no-refund-on-cancel = La période non utilisée n’est pas remboursée.
end-legend = Quand doit-il prendre fin ?
end-at-period = Le { $date }, à la fin de la période payée
end-at-once = Aujourd’hui
end-at-once-refund = Aujourd’hui, avec un remboursement de { $amount }
end-error = Choisissez quand il doit prendre fin.

## Receipt
receipt-title = Votre abonnement est résilié
receipt-document-title = Confirmation de résiliation
receipt-ends-on = Vous pouvez l’utiliser jusqu’au { $date }. Il ne se renouvelle pas.
receipt-ended = Il a pris fin le { $date }.
receipt-ends-today = Votre formule prend fin aujourd’hui.
reference = Référence
canceled-at = Résilié
received-at = Reçu
plan = Formule
undo-until = Vous pouvez revenir sur cette résiliation jusqu’au { $date }.
receipt-mailed = Une copie est envoyée à { $email }.

## Kept
kept-title = Votre formule continue
paused-title = Votre pause est enregistrée
changed-title = Votre formule est modifiée
trial-extended-title = Votre essai est prolongé
kept-unchanged = Rien n’a changé.
applied = Appliqué
next-invoice = Prochaine facture
amount-on = { $amount } le { $date }
you-pay-on = Vous payez { $amount } le { $date }.
nothing-to-pay = Il n’y a pas de facture à payer.
applied-plan = { $plan } à partir du { $date }
applied-plan-now = { $plan } à partir d’aujourd’hui
applied-seats =
    { $count ->
        [one] { $count } licence à partir du { $date }
       *[other] { $count } licences à partir du { $date }
    }
applied-trial = Essai jusqu’au { $date }
applied-credit = { $amount } d’avoir
applied-refund = { $amount } remboursés
applied-custom = Votre choix est mis en place.

## Pending
pending-cancel-title = Votre résiliation est reçue
pending-cancel = Elle est en cours d’exécution. Vous pouvez fermer cette page ; la résiliation est acquise. C’est l’heure ci-dessous qui compte.
pending-offer-title = Votre choix est reçu
pending-offer = Il est en cours d’application à votre formule. Vous pouvez fermer cette page ; cela continue sans vous.
pending-undo-title = Votre demande d’annulation est reçue
pending-undo = Elle est en cours d’exécution. Vous pouvez fermer cette page ; cela continue sans vous.
pending-custom = { $brand } s’en occupe. Vous pouvez fermer cette page ; cela continue sans vous.
failed-custom = { $brand } n’a pas pu le mettre en place. Rien n’a changé ; vous pouvez choisir à nouveau.

## Opened another page instead of deciding
redirected-title = La page est ouverte
redirected-to = Nous avons ouvert { $address }. Votre abonnement n’a pas changé.
redirected-elsewhere = Nous avons ouvert une autre page. Votre abonnement n’a pas changé.
redirected-return = Revenir à la résiliation

## Undo
undo-title = Votre abonnement prend fin le { $date }
undo-explained = Il est déjà résilié. Vous pouvez annuler la résiliation jusque-là, ou la laisser telle quelle.
undone-title = Votre abonnement continue
undone = La résiliation est annulée.
failed-undo = Le prestataire de paiement a refusé la modification ; votre résiliation reste donc valable. Réessayez, ou contactez l’assistance avec la référence ci-dessous.

## Survey after the cancellation
after-survey-title = Pourquoi avez-vous résilié ?
after-survey-explained = Votre abonnement est résilié, que vous répondiez ou non.
send-answer = Envoyer
thank-you = Merci
answer-recorded = Votre réponse est enregistrée.

## Messages
expired-title = Cette page a expiré
expired = Retournez à votre compte et appuyez à nouveau sur le bouton de résiliation. Il ouvre une nouvelle page.
unknown-title = Cette page ne peut pas être ouverte
unknown = Le lien n’est pas valable. Retournez à votre compte et appuyez à nouveau sur le bouton de résiliation.
billing-down-title = Votre formule ne peut pas être affichée pour le moment
billing-down = Le prestataire de paiement ne répond pas. Vous pouvez tout de même résilier : votre demande est enregistrée avec son heure et exécutée dès que possible.
error-title = Un problème est survenu de notre côté
error = Réessayez, ou résiliez maintenant.
error-without-session = Retournez à votre compte et appuyez à nouveau sur le bouton de résiliation.
shell-title = Ouvrez cette page depuis votre compte
shell = Retournez à votre compte et appuyez-y sur le bouton de résiliation.
nothing-to-cancel-title = Rien à résilier
nothing-to-cancel = Aucun abonnement n’est en cours ici. Si vous voyez encore des prélèvements, retournez à votre compte et ouvrez à nouveau cette page.
how-to-cancel = Si cela ne fonctionne pas, écrivez à l’entreprise qui vous facture. Un message disant que vous résiliez, avec l’adresse e-mail de votre compte, suffit.
how-to-cancel-at = Si cela ne fonctionne pas, écrivez à { $contact }. Un message disant que vous résiliez, avec l’adresse e-mail de votre compte, suffit.
