//! Pure decisions: ids, money, subscription, playbook, offers, flow, policy, outcome.
