//! Real processes: a sandboxed Stripe, a brand in a database, and servers that may die.

use std::process::Stdio;
use std::sync::OnceLock;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;
use testkit::{Member, encode_form};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// Longest wait for anything. Above the lease of a worker that died (45 s).
const DEADLINE: Duration = Duration::from_secs(150);
/// Pause between two looks at a state.
const LOOK: Duration = Duration::from_millis(100);

/// The binary under test, without the settings of whoever runs the tests.
pub(crate) fn renumerate(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_renumerate"));
    command.args(args).stdin(Stdio::null()).kill_on_drop(true);
    for (name, _) in std::env::vars() {
        if name.starts_with("RENUMERATE_") || name == "DATABASE_URL" {
            command.env_remove(name);
        }
    }
    command
}

/// A process and the first line it printed: it is ready then.
pub(crate) struct Process {
    pub(crate) child: Child,
    pub(crate) first_line: String,
}

impl Process {
    pub(crate) async fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = tokio::time::timeout(DEADLINE, lines.next_line()).await.unwrap().unwrap();
        Self { first_line: line.expect("the process says it is ready"), child }
    }

    /// Waits until it has died by a signal, its own or another's.
    pub(crate) async fn died(&mut self) {
        let status = tokio::time::timeout(DEADLINE, self.child.wait()).await.unwrap().unwrap();
        assert_eq!(status.code(), None, "it ended by itself: {status}");
    }

    pub(crate) async fn kill(&mut self) {
        self.child.start_kill().unwrap();
        self.died().await;
    }
}

/// Runs a command to its end: success, standard output, standard error.
pub(crate) async fn run(mut command: Command) -> (bool, String, String) {
    let output = tokio::time::timeout(DEADLINE, command.output()).await.unwrap().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

/// Looks until `look` finds something.
pub(crate) async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let mut ticks = tokio::time::interval(LOOK);
    let found = tokio::time::timeout(DEADLINE, async {
        loop {
            ticks.tick().await;
            if let Some(found) = look().await {
                return found;
            }
        }
    });
    found.await.unwrap_or_else(|_| panic!("waited in vain until {what}"))
}

pub(crate) fn client() -> reqwest::Client {
    static TLS: OnceLock<()> = OnceLock::new();
    TLS.get_or_init(|| rustls::crypto::ring::default_provider().install_default().unwrap());
    reqwest::Client::new()
}

/// The database of one world.
pub(crate) enum Database {
    Sqlite,
    Postgres,
}

/// A sandboxed Stripe and a brand that is connected to it.
pub(crate) struct World {
    /// Dies with the world.
    _stripe: Process,
    pub(crate) stripe_url: String,
    pub(crate) brand: Value,
    pub(crate) http: reqwest::Client,
    database_url: String,
    master_key: String,
    _folder: TempDir,
}

impl World {
    pub(crate) async fn start(database: Database) -> Self {
        let http = client();
        let sandbox = ["sandbox", "--listen", "127.0.0.1:0", "--cast", "--json"];
        let stripe = Process::start(renumerate(&sandbox)).await;
        let ready: Value = serde_json::from_str(&stripe.first_line).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let database_url = match database {
            Database::Sqlite => format!("sqlite:{}", folder.path().join("test.db").display()),
            Database::Postgres => postgres_schema().await,
        };
        let (_, master_key, _) = run(renumerate(&["keygen"])).await;
        let mut world = Self {
            stripe_url: ready["url"].as_str().unwrap().to_owned(),
            brand: Value::Null,
            master_key: master_key.trim().to_owned(),
            _stripe: stripe,
            http,
            database_url,
            _folder: folder,
        };
        world.brand = world.add_brand().await;
        world
    }

    async fn add_brand(&self) -> Value {
        let origin = "http://localhost:*";
        let add = ["brand", "add", "--json", "--name", "Lumen", "--allowed-origin", origin];
        let mut command = self.command(&add);
        command.env("STRIPE_SECRET_KEY", "sk_test_lumen");
        let (succeeded, printed, error) = run(command).await;
        assert!(succeeded, "{error}");
        serde_json::from_str(&printed).unwrap()
    }

    /// What seals the secrets of this world's database.
    pub(crate) fn master_key(&self) -> &str {
        &self.master_key
    }

    /// A command on this world's database.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = renumerate(args);
        command
            .env("DATABASE_URL", &self.database_url)
            .env("RENUMERATE_MASTER_KEY", &self.master_key)
            .env("RENUMERATE_STRIPE_API_BASE", &self.stripe_url)
            .env("RENUMERATE_LOG", "error");
        command
    }

    /// A server that is ready; with a crash point it dies there.
    pub(crate) async fn serve(&self, crash_at: Option<&str>) -> Server<'_> {
        let crash_at: Vec<_> = crash_at.iter().flat_map(|point| ["--crash-at", point]).collect();
        self.serve_with(&crash_at).await
    }

    /// A server with further arguments.
    pub(crate) async fn serve_with(&self, further: &[&str]) -> Server<'_> {
        let mut args = vec!["serve", "--listen", "127.0.0.1:0"];
        args.extend_from_slice(further);
        let process = Process::start(self.command(&args)).await;
        let address = process.first_line.rsplit(' ').next().unwrap();
        Server { world: self, url: format!("http://{address}"), process }
    }

    async fn sandbox(&self, path: &str) -> Value {
        let url = format!("{}/_sandbox/{path}", self.stripe_url);
        let answer = self.http.get(url).send().await.unwrap().bytes().await.unwrap();
        serde_json::from_slice(&answer).unwrap()
    }

    pub(crate) async fn post_to_sandbox(&self, path: &str, body: &Value) {
        let url = format!("{}/_sandbox/{path}", self.stripe_url);
        let request = self.http.post(url).header("content-type", "application/json");
        let answer = request.body(body.to_string()).send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
    }

    /// A subscription as Stripe has it.
    pub(crate) async fn at_stripe(&self, id: &str) -> Value {
        self.sandbox("state").await["objects"][id].clone()
    }

    /// Every schedule of Robin's subscription at Stripe.
    pub(crate) async fn schedules(&self) -> Vec<Value> {
        let state = self.sandbox("state").await;
        let all = state["objects"].as_object().unwrap().values();
        let is_own = |object: &&Value| {
            object["object"] == "subscription_schedule"
                && object["subscription"] == testkit::ROBIN.subscription
        };
        all.filter(is_own).cloned().collect()
    }

    /// Changes of a subscription that reached Stripe, with or without effect.
    pub(crate) async fn changes(&self, id: &str) -> Vec<Value> {
        let path = format!("/v1/subscriptions/{id}");
        let requests = self.sandbox("requests").await;
        let all = requests.as_array().unwrap().iter();
        all.filter(|r| r["path"] == path.as_str() && r["method"] == "POST").cloned().collect()
    }

    /// How often a subscription was really changed.
    pub(crate) async fn effects(&self, id: &str) -> usize {
        let changes = self.changes(id).await;
        changes.iter().filter(|r| r["executed"] == true && r["replayed"] == false).count()
    }
}

/// `renumerate serve`.
pub(crate) struct Server<'a> {
    world: &'a World,
    pub(crate) url: String,
    pub(crate) process: Process,
}

impl Server<'_> {
    /// Makes a session with a key; the status and the body.
    pub(crate) async fn create(&self, key: &str, member: Member) -> (u16, Value) {
        let url = format!("{}/v1/retention/session", self.url);
        let body = serde_json::json!({"retention": {"customer_id": member.customer}});
        let request = self.world.http.post(url).header("content-type", "application/json");
        let request = request.header("x-brand-key", key).body(body.to_string());
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        (status, serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap())
    }

    pub(crate) async fn session(&self, member: Member) -> String {
        let key = self.world.brand["brand_key"].as_str().unwrap();
        let (status, body) = self.create(key, member).await;
        assert_eq!(status, 200, "{body}");
        body["id"].as_str().unwrap().to_owned()
    }

    /// Presses a button and answers the name of the next screen; none when the server died.
    pub(crate) async fn press(
        &self,
        session: &str,
        action: &str,
        fields: &[(&str, &str)],
    ) -> Option<String> {
        let mut form = vec![("session_id", session), ("action", action)];
        form.extend_from_slice(fields);
        let request = self.world.http.post(format!("{}/retention", self.url));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let answer = request.body(encode_form(&form)).send().await.ok()?;
        let html = answer.text().await.ok()?;
        let step = html.split("data-step=\"").nth(1)?.split('"').next()?;
        Some(step.to_owned())
    }

    /// Waits until the session is on a screen.
    pub(crate) async fn reaches(&self, session: &str, step: &str) {
        until(&format!("the screen is {step}"), async || {
            let now = self.press(session, "refresh", &[]).await;
            (now.as_deref() == Some(step)).then_some(())
        })
        .await;
    }
}

async fn postgres_schema() -> String {
    let server = std::env::var("RENUMERATE_TEST_POSTGRES").expect(
        "RENUMERATE_TEST_POSTGRES names no server: run `make test`, or \
         `eval \"$(scripts/postgres-for-tests.sh env DIR)\"` after starting one with it",
    );
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().file_name().unwrap().to_str().unwrap().replace('.', "").to_lowercase();
    let schema = format!("server_{}_{name}", std::process::id());
    let connected = tokio_postgres::connect(&server, tokio_postgres::NoTls).await;
    let (client, connection) = connected.expect("the server answers");
    let pump = tokio::spawn(connection);
    client.batch_execute(&format!("CREATE SCHEMA {schema}")).await.unwrap();
    drop(client);
    pump.await.unwrap().unwrap();
    format!("{server}?options=-csearch_path%3D{schema}")
}
