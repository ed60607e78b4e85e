//! Customers at the sandbox, and a session for each.

use std::sync::Arc;

use serde_json::Value;

use crate::Failure;
use crate::crowd::{AsyncJob, work};
use crate::http::{Connection, Head};

/// Form posts as Stripe takes them.
const STRIPE: &str =
    "Authorization: Bearer sk_test_bench\r\nContent-Type: application/x-www-form-urlencoded\r\n";

/// Makes customers with one monthly subscription each; answers their ids.
///
/// # Errors
/// [`Failure`] when the sandbox refuses.
pub async fn make(sandbox: &str, count: usize, connections: usize) -> Result<Vec<String>, Failure> {
    let mut first = Connection::open(sandbox).await?;
    let product = create(&mut first, "/v1/products", "name=Notes").await?;
    let price =
        format!("currency=usd&unit_amount=4900&recurring%5Binterval%5D=month&product={product}");
    let price = create(&mut first, "/v1/prices", &price).await?;
    let numbers = Arc::new((0..count).collect());
    let (made, _) = work(sandbox, connections, numbers, MakeCustomer { price }).await?;
    Ok(made.concat())
}

async fn create(connection: &mut Connection, path: &str, form: &str) -> Result<String, Failure> {
    let head = Head { method: "POST", path, headers: STRIPE };
    let object: Value = serde_json::from_str(&connection.get_ok(head, form).await?)?;
    object["id"].as_str().map(str::to_owned).ok_or_else(|| format!("{path} made no id").into())
}

#[derive(Clone)]
struct MakeCustomer {
    price: String,
}

impl AsyncJob<usize, Vec<String>> for MakeCustomer {
    async fn run(
        &self,
        connection: &mut Connection,
        number: &usize,
        made: &mut Vec<String>,
    ) -> Result<(), Failure> {
        let form = format!("email=customer{number}%40example.com");
        let customer = create(connection, "/v1/customers", &form).await?;
        let form = format!("customer={customer}&items%5B0%5D%5Bprice%5D={}", self.price);
        create(connection, "/v1/subscriptions", &form).await?;
        made.push(customer);
        Ok(())
    }
}

/// Makes a session for each customer.
///
/// # Errors
/// [`Failure`] when the server refuses one.
pub async fn sessions(
    server: &str,
    brand_key: &str,
    customers: Vec<String>,
    connections: usize,
) -> Result<Vec<String>, Failure> {
    let headers = format!("X-Brand-Key: {brand_key}\r\nContent-Type: application/json\r\n");
    let job = MakeSession { headers };
    let (made, _) = work(server, connections, Arc::new(customers), job).await?;
    Ok(made.concat())
}

#[derive(Clone)]
struct MakeSession {
    headers: String,
}

impl AsyncJob<String, Vec<String>> for MakeSession {
    async fn run(
        &self,
        connection: &mut Connection,
        customer: &String,
        made: &mut Vec<String>,
    ) -> Result<(), Failure> {
        let path = "/v1/retention/session";
        let head = Head { method: "POST", path, headers: &self.headers };
        let body = format!("{{\"retention\":{{\"customer_id\":\"{customer}\"}}}}");
        let session: Value = serde_json::from_str(&connection.get_ok(head, &body).await?)?;
        made.push(session["id"].as_str().unwrap_or_default().to_owned());
        Ok(())
    }
}
