//! A process killed at any moment has lost nothing it was told is written.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use store::db::{Db, Options};

use crate::on_both;
use crate::support::{self, ids, insert};

const URL: &str = "RENUMERATE_TEST_KILL_URL";
const SELF: &str = "kill::the_process_that_will_be_killed";

/// Only does something as the child of the test below.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_process_that_will_be_killed() {
    let Ok(url) = std::env::var(URL) else { return };
    let db = Db::open(&url, &Options::default()).expect("the child's database");
    for number in 0.. {
        let id = format!("{number:06}");
        insert(&db, &id).await.expect("an insert");
        println!("written {id}");
    }
}

on_both! {
    async fn what_was_acknowledged_survives_a_kill(on) {
        let test = support::notes(on).await;
        let mut child = Command::new(std::env::current_exe().expect("this binary"))
            .args([SELF, "--exact", "--nocapture"])
            .env(URL, &test.url)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the child starts");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let written = lines
            .map(|line| line.expect("a line"))
            .filter_map(|line| line.split_once("written ").map(|(_, id)| id.to_owned()))
            .take(25)
            .last()
            .expect("the child writes");
        child.kill().expect("the child dies");
        child.wait().expect("its end");
        let found = ids(&test.db).await;
        assert!(found.contains(&written), "{written} is missing in {found:?}");
        assert_eq!(found.len(), found.last().expect("rows").parse::<usize>().expect("ids") + 1);
    }
}
