//! What all calls have in common: keys, versions, accounts, errors, lists, expansion.

use crate::client::{Client, Shop, id, ids};

#[tokio::test]
async fn a_call_without_a_key_is_refused() {
    let client = Client::new().without_headers();
    let answer = client.get("/v1/customers").await;
    assert_eq!(answer.fault(), (401, "", ""));
    assert!(answer.message().starts_with("You did not provide an API key."));
    assert!(answer.header("request-id").starts_with("req_"));
}

#[tokio::test]
async fn a_foreign_key_is_refused_and_not_repeated() {
    let client = Client::new().with("authorization", "Bearer sk_live_secretsecret");
    let answer = client.get("/v1/customers").await;
    assert_eq!(answer.fault(), (401, "", ""));
    assert!(!answer.message().contains("secretsecret"));
}

#[tokio::test]
async fn basic_authentication_works() {
    let client = Client::new().with("authorization", "Basic c2tfdGVzdF8xOg==");
    client.get("/v1/account").await.ok();
}

#[tokio::test]
async fn the_version_is_echoed_and_a_malformed_one_refused() {
    let client = Client::new();
    let answer = client.get("/v1/account").await;
    assert_eq!(answer.header("stripe-version"), stripe_sandbox::API_VERSION);
    let answer = client.with("stripe-version", "2024-04-10").get("/v1/account").await;
    assert_eq!(answer.header("stripe-version"), "2024-04-10");
    let answer = client.with("stripe-version", "newest").get("/v1/account").await;
    assert_eq!(answer.message(), "Invalid Stripe API version: newest");
}

#[tokio::test]
async fn unknown_paths_answer_stripes_sentence() {
    let answer = Client::new().get("/v1/unicorns").await;
    assert_eq!(answer.fault(), (404, "", ""));
    assert!(answer.message().starts_with("Unrecognized request URL (GET: /v1/unicorns)."));
}

#[tokio::test]
async fn parameters_are_read_as_the_document_says() {
    let client = Client::new();
    let faults = [
        ("colour=red", "parameter_unknown", "colour"),
        ("balance=much", "parameter_invalid_integer", "balance"),
        ("tax_exempt=perhaps", "", "tax_exempt"),
        ("address=here", "", "address"),
        ("email[a]=b", "", "email"),
        ("metadata[a][b]=c", "", "metadata[a]"),
        ("%ff=1", "", "%ff"),
    ];
    for (body, code, param) in faults {
        assert_eq!(client.post("/v1/customers", body).await.fault(), (400, code, param), "{body}");
    }
    let missing = client.post("/v1/products", "").await;
    assert_eq!(missing.fault(), (400, "parameter_missing", "name"));
    assert_eq!(client.sandbox.inspect().objects.len(), 0);
}

#[tokio::test]
async fn a_parameter_the_sandbox_does_not_act_on_is_refused() {
    let answer = Client::new().post("/v1/customers", "source=tok_visa").await;
    assert_eq!(answer.fault(), (400, "", "source"));
    assert!(answer.message().contains("does not implement"));
}

#[tokio::test]
async fn connected_accounts_have_their_own_objects() {
    let client = Client::new();
    let connected = client.with("stripe-account", "acct_1Connected");
    let customer = id(&connected.post("/v1/customers", "name=A").await.ok());
    assert_eq!(ids(&client.get("/v1/customers").await.ok()), Vec::<&str>::new());
    assert_eq!(ids(&connected.get("/v1/customers").await.ok()), [customer.as_str()]);
    let account = connected.get("/v1/account").await.ok();
    assert_eq!(account["id"], "acct_1Connected");
    let records = client.sandbox.inspect().requests;
    assert_eq!(records[0].account.as_deref(), Some("acct_1Connected"));
}

#[tokio::test]
async fn a_disconnected_account_is_cut_off() {
    let client = Client::new();
    client.sandbox.disconnect_account("acct_1Connected");
    let answer = client.with("stripe-account", "acct_1Connected").get("/v1/customers").await;
    assert_eq!(answer.fault(), (403, "account_invalid", ""));
    client.get("/v1/customers").await.ok();
}

#[tokio::test]
async fn lists_are_newest_first_and_paged_both_ways() {
    let client = Client::new();
    let mut made = Vec::new();
    for name in ["a", "b", "c", "d", "e"] {
        made.push(id(&client.post("/v1/customers", &format!("name={name}")).await.ok()));
    }
    made.reverse();
    let first = client.get("/v1/customers?limit=2").await.ok();
    assert_eq!((ids(&first), &first["has_more"]), (vec![&*made[0], &*made[1]], &true.into()));
    let path = format!("/v1/customers?limit=3&starting_after={}", made[1]);
    let rest = client.get(&path).await.ok();
    assert_eq!((ids(&rest).len(), &rest["has_more"]), (3, &false.into()));
    let path = format!("/v1/customers?limit=2&ending_before={}", made[4]);
    let back = client.get(&path).await.ok();
    assert_eq!((ids(&back), &back["has_more"]), (vec![&*made[2], &*made[3]], &true.into()));
}

#[tokio::test]
async fn page_parameters_are_checked() {
    let client = Client::new();
    for limit in ["0", "101", "-1"] {
        let answer = client.get(&format!("/v1/customers?limit={limit}")).await;
        assert_eq!(answer.fault(), (400, "parameter_invalid_integer", "limit"));
    }
    let answer = client.get("/v1/customers?starting_after=cus_none").await;
    assert_eq!(answer.fault(), (400, "resource_missing", "starting_after"));
}

#[tokio::test]
async fn expansion_reaches_four_levels() {
    let shop = Shop::open().await;
    let coupon = shop.coupon("percent_off=25&duration=once&id=C25").await;
    let subscription =
        shop.subscribe(&format!("discounts[0][coupon]={coupon}&trial_period_days=3")).await;
    let path = format!(
        "/v1/subscriptions?customer={}&expand[]=data.customer&expand[]=data.discounts.source.coupon\
         &expand[]=data.latest_invoice.customer",
        shop.customer
    );
    let found = &shop.client.get(&path).await.ok()["data"][0];
    assert_eq!(found["id"], subscription["id"]);
    assert_eq!(found["customer"]["email"], "robin@example.com");
    assert_eq!(found["discounts"][0]["source"]["coupon"]["percent_off"], 25.0);
    assert_eq!(found["latest_invoice"]["customer"]["id"], shop.customer.as_str());
}

#[tokio::test]
async fn an_expansion_too_deep_or_unknown_is_refused_before_any_effect() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let before = shop.client.sandbox.inspect().events.len();
    for expand in ["colour", "status", "latest_invoice.customer.subscriptions.data.customer"] {
        let body = format!("metadata[a]=b&expand[]={expand}");
        let answer = shop.update(&subscription, &body).await;
        assert_eq!(answer.fault(), (400, "", "expand[0]"), "{expand}");
    }
    assert_eq!(shop.client.sandbox.inspect().events.len(), before);
}
