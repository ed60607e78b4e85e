//! Sentences from outside, made fit for an operator's log.

use secrecy::{ExposeSecret, SecretString};

/// Longest sentence kept, in characters.
const MAX_CHARS: usize = 300;

/// Cuts `text`, drops control characters, and blanks the key and everything that looks like an
/// e-mail address: Stripe's sentences may quote what was sent.
pub(super) fn reason(text: &str, secret_key: &SecretString) -> String {
    let key = secret_key.expose_secret();
    let text = if key.is_empty() { text.to_owned() } else { text.replace(key, "[key]") };
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let clean: Vec<_> = words
        .filter(|word| !word.is_empty())
        .map(|word| if word.contains('@') { "[email]" } else { word })
        .collect();
    clean.join(" ").chars().take(MAX_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_addresses_and_control_characters_do_not_pass() {
        let key = SecretString::from("sk_test_123");
        let text = "Bad key:\n sk_test_123.\u{1b}[31m 'ann@example.com' is\tunknown";
        assert_eq!(reason(text, &key), "Bad key: [key]. [31m [email] is unknown");
    }

    #[test]
    fn long_sentences_are_cut_between_characters() {
        let text = "é".repeat(1000);
        assert_eq!(reason(&text, &SecretString::from("")).chars().count(), 300);
    }
}
