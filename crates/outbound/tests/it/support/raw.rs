//! Servers that misbehave below HTTP.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

/// What happens once the request is there.
#[derive(Clone, Copy)]
pub(crate) enum Then {
    /// The connection stays open and silent.
    Silence,
    /// The connection is reset.
    Reset,
    /// The connection is closed in order, without an answer.
    Close,
    /// A head that promises more than comes, then the end.
    HalfAnAnswer,
    /// A body whose bytes come one by one, without end, each within any patience between bytes.
    Drip,
    /// A head whose fields come one by one, without end.
    DripHead,
    /// Something that is not HTTP.
    Garbage,
}

/// Where such a server listens.
pub(crate) async fn start(then: Then) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(misbehave(stream, then));
        }
    });
    url
}

/// An address that is taken, and where nobody listens for as long as the socket lives.
pub(crate) fn closed_port(ip: &str) -> (TcpSocket, SocketAddr) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::new(ip.parse().unwrap(), 0)).unwrap();
    let address = socket.local_addr().unwrap();
    (socket, address)
}

async fn misbehave(mut stream: TcpStream, then: Then) {
    read_request(&mut stream).await;
    match then {
        Then::Silence => std::future::pending().await,
        Then::Reset => stream.set_zero_linger().unwrap(),
        Then::Close => stream.shutdown().await.unwrap(),
        Then::HalfAnAnswer => {
            let half = b"HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\n{\"status\"";
            stream.write_all(half).await.unwrap();
        }
        Then::Drip => {
            drip(stream, b"HTTP/1.1 200 OK\r\ncontent-length: 60000\r\n\r\n", b" ").await;
        }
        Then::DripHead => drip(stream, b"HTTP/1.1 200 OK\r\n", b"a: b\r\n").await,
        Then::Garbage => stream.write_all(b"220 mail.example ESMTP\r\n").await.unwrap(),
    }
}

async fn drip(mut stream: TcpStream, head: &[u8], drop: &[u8]) {
    let mut ticks = tokio::time::interval(Duration::from_millis(20));
    stream.write_all(head).await.unwrap();
    // Ends when the client has hung up.
    while stream.write_all(drop).await.is_ok() {
        ticks.tick().await;
    }
}

/// Reads until the body, which ends with the only brace of its kind, is there.
async fn read_request(stream: &mut TcpStream) {
    let mut seen = Vec::new();
    while !seen.ends_with(b"}") {
        let read = stream.read_buf(&mut seen).await.unwrap();
        assert_ne!(read, 0, "the request ended early");
    }
}
