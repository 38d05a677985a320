// The door of `npm start`. VS Code's server runs whatever code it is asked to, and any page that the user's browser has open could ask:
// WebSockets know no same-origin policy. A token in the address would help, and get lost in bookmarks. So the server listens
// where no page can reach it, and this door passes on what comes from its own pages.
import { createServer, request } from 'node:http';
import { connect } from 'node:net';

/**
 * Listens on a port of this machine and passes requests on to a server's socket.
 * @param {string} socketPath
 * @param {number} port
 * @returns {Promise<import('node:http').Server>} rejects if the port cannot be had
 */
export function openGate(socketPath, port) {
  const gate = createServer((incoming, outgoing) => {
    if (!isOurs(incoming)) {
      outgoing.writeHead(403).end('This address only serves pages opened on this machine.');
      return;
    }
    const { method, url, headers } = incoming;
    const onward = request({ socketPath, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end('VS Code does not answer.'));
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  gate.on('upgrade', (incoming, socket, head) => {
    if (!isOurs(incoming)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const onward = connect(socketPath, () => {
      onward.write(`GET ${incoming.url} HTTP/1.1\r\n${headerLines(incoming.rawHeaders)}\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
    socket.on('close', () => onward.destroy());
  });
  return new Promise((resolve, reject) => {
    gate.once('error', reject);
    gate.listen(port, '127.0.0.1', () => resolve(gate));
  });
}

/**
 * Asked for under a name of this machine (no rebound host name), by a page of the same host (or by no page).
 * @param {import('node:http').IncomingMessage} incoming
 */
function isOurs({ headers }) {
  const host = headers.host ?? '';
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  return local && (headers.upgrade === undefined || headers.origin === undefined || headers.origin === `http://${host}`);
}

/** @param {string[]} rawHeaders names and values in turn */
function headerLines(rawHeaders) {
  let lines = '';
  for (let i = 0; i < rawHeaders.length; i += 2) {
    lines += `${rawHeaders[i]}: ${rawHeaders[i + 1]}\r\n`;
  }
  return lines;
}
