//! Invoice items: prorations that wait, and those that were billed.

use crate::client::{DAY, START, Shop, ids};

#[tokio::test]
async fn prorations_are_listed_until_and_after_they_are_billed() {
    let shop = Shop::open().await;
    let subscription = shop.subscribe("").await;
    let none = shop.client.get("/v1/invoiceitems").await.ok();
    assert!(ids(&none).is_empty());
    shop.client.advance_to(START + 10 * DAY);
    let item = subscription["items"]["data"][0]["id"].as_str().unwrap();
    let body = format!("items[0][id]={item}&items[0][quantity]=3");
    shop.update(&subscription, &body).await.ok();
    let path = format!("/v1/invoiceitems?customer={}&pending=true", shop.customer);
    let waiting = shop.client.get(&path).await.ok();
    let amounts: Vec<i64> = waiting["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["amount"].as_i64().unwrap())
        .collect();
    // 21 of 31 days are left: three seats are charged and one is credited.
    assert_eq!(amounts.iter().sum::<i64>(), 9958 - 3319);
    assert!(waiting["data"][0]["invoice"].is_null());
    assert_eq!(waiting["data"][0]["date"], START + 10 * DAY);
    shop.client.advance_to(START + 31 * DAY);
    assert!(ids(&shop.client.get(&path).await.ok()).is_empty());
    let invoice = shop.read(&subscription).await["latest_invoice"].as_str().unwrap().to_owned();
    let billed = shop.client.get(&format!("/v1/invoiceitems?invoice={invoice}")).await.ok();
    let (mut before, mut after) = (ids(&waiting), ids(&billed));
    before.sort_unstable();
    after.sort_unstable();
    assert_eq!(before, after);
    let later = format!("/v1/invoiceitems?created[gte]={}", START + 11 * DAY);
    assert!(ids(&shop.client.get(&later).await.ok()).is_empty());
    let strangers = shop.client.get("/v1/invoiceitems?customer=cus_none").await.ok();
    assert!(ids(&strangers).is_empty());
}
