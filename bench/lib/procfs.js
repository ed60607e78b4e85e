// What the kernel says about processor time and memory.
import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the kernel's counters a second, on every Linux there is. */
const TICKS = 100;

/** Fields of `/proc/PID/stat` after the command's name, which may hold anything; none if it ended. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Processor seconds of one process. */
export function cpuSeconds(pid) {
  const stat = statOf(pid);
  return stat ? (Number(stat[11]) + Number(stat[12])) / TICKS : 0;
}

/** Processor seconds of whole families: the roots, their descendants, and those that have ended. */
function familySeconds(roots) {
  const parents = new Map();
  const seconds = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = statOf(pid);
    if (!stat) continue;
    parents.set(Number(pid), Number(stat[1]));
    const ticks = stat.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    seconds.set(Number(pid), ticks / TICKS);
  }
  const isOurs = (pid) => pid > 1 && (roots.includes(pid) || isOurs(parents.get(pid) ?? 0));
  return [...seconds].reduce((sum, [pid, used]) => sum + (isOurs(pid) ? used : 0), 0);
}

/** Processor seconds of everybody; interrupts are left out, they serve our own traffic. */
function allSeconds() {
  const [, user, nice, system] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/);
  return (Number(user) + Number(nice) + Number(system)) / TICKS;
}

/** Starts to watch; the function it returns tells which part of a core others have used since. */
export function watchOthers(roots) {
  const began = performance.now();
  const before = allSeconds() - familySeconds(roots);
  return () => {
    const used = allSeconds() - familySeconds(roots) - before;
    return Math.max(0, used / ((performance.now() - began) / 1_000));
  };
}

/** Memory of a process in MB (10^6 bytes): now and at its highest. */
export function memory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mb = (name) => (Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))[1]) * 1_024) / 1e6;
  return { now: mb('VmRSS'), highest: mb('VmHWM') };
}
