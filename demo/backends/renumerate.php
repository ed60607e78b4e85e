<?php

declare(strict_types=1);

/**
 * Makes a retention session for the cancel button. PHP 8.0 or newer with the curl extension.
 *
 *   $session = create_retention_session(customerId: 'cus_…');
 *   // ['session_id' => …] for the SDK, or ['fallback_url' => …] for a plain link
 *
 * A customer who wants to leave must never meet an error, so whatever goes wrong, or takes longer
 * than two seconds in all, ends in the fallback link and one line in the error log.
 * Give at least one of $customerId and $customerEmail, as Stripe knows them.
 */
function create_retention_session(
    ?string $customerId = null,
    ?string $customerEmail = null,
    ?string $subscriptionId = null,
): array {
    $fallbackUrl = renumerate_setting('RENUMERATE_FALLBACK_URL');
    $retention = array_filter([
        'customer_id' => $customerId,
        'customer_email' => $customerEmail,
        'subscription_id' => $subscriptionId,
    ], fn (?string $value): bool => $value !== null);

    try {
        return ['session_id' => renumerate_request((object) $retention)];
    } catch (RuntimeException | JsonException $error) {
        error_log("renumerate: no retention session, using the fallback ({$error->getMessage()})");

        return ['fallback_url' => $fallbackUrl];
    }
}

function renumerate_request(object $retention): string
{
    $call = curl_init(rtrim(renumerate_setting('RENUMERATE_URL'), '/') . '/v1/retention/session');
    curl_setopt_array($call, [
        CURLOPT_POSTFIELDS => json_encode(['retention' => $retention], JSON_THROW_ON_ERROR),
        CURLOPT_HTTPHEADER => [
            'Content-Type: application/json',
            'X-Brand-Key: ' . renumerate_setting('RENUMERATE_PRIVATE_KEY'),
        ],
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT_MS => 2000, // the whole call: looking up, connecting, the answer and its body
        CURLOPT_NOSIGNAL => true,
    ]);
    $body = curl_exec($call);
    if ($body === false) {
        throw new RuntimeException(curl_error($call));
    }
    $answer = json_decode($body, true, 32, JSON_THROW_ON_ERROR);
    $status = curl_getinfo($call, CURLINFO_RESPONSE_CODE);
    if ($status !== 200 || !is_string($answer['session']['id'] ?? null)) {
        $code = $answer['code'] ?? 'unexpected_answer';
        throw new RuntimeException("HTTP {$status} {$code}: " . ($answer['error'] ?? ''));
    }

    return $answer['session']['id'];
}

/** A missing setting is a mistake of the installation, said at once and by name. */
function renumerate_setting(string $name): string
{
    $value = getenv($name);
    if ($value === false || $value === '') {
        throw new LogicException("{$name} is not set");
    }

    return $value;
}
