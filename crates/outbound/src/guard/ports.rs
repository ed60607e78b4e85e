//! Ports that belong to other kinds of service.

/// Services above 1023 that would be reached by mistake or with bad intent: file shares, remote
/// desktops, databases, queues, container engines, telephony and chat.
const REFUSED: [u16; 34] = [
    1433, 1521, 1719, 1720, 1723, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 3659, 4045, 4190,
    5060, 5061, 5432, 5672, 5900, 6000, 6379, 6566, 6665, 6667, 6697, 9042, 9092, 9200, 9300,
    10250, 11211, 27017,
];

/// Whether a port other than the scheme's own is refused. Below 1024 all are: they were given to
/// other protocols.
pub(super) fn is_refused(port: u16) -> bool {
    port < 1024 || REFUSED.contains(&port)
}
