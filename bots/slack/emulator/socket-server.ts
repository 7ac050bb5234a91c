import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

// As much of RFC 6455 as Socket Mode needs: whole text frames, ping and close. No WebSocket server is among the packages.

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const OPCODE = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/** The server's end of Socket Mode. */
export interface SocketLink {
  accept(request: IncomingMessage, socket: Duplex): void;
  /** Connections that are open. */
  count(): number;
  /** Sends an envelope by the newest connection; resolves to what it was acknowledged with. */
  send(type: 'events_api' | 'slash_commands' | 'interactive', payload: unknown): Promise<unknown>;
  /** Asks every connection to come again, as Slack does every few hours. */
  refresh(): void;
  close(): void;
}

export function socketServer(): SocketLink {
  const open = new Set<Duplex>();
  const waiting = new Map<string, (payload: unknown) => void>();
  const heard = (text: string) => {
    const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id: string; payload?: unknown };
    waiting.get(id)?.(payload);
    waiting.delete(id);
  };
  return {
    accept: (request, socket) => {
      const key = `${request.headers['sec-websocket-key']}${GUID}`;
      const accepted = createHash('sha1').update(key).digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accepted}\r\n\r\n`,
      );
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => open.delete(socket));
      listenTo(socket, heard);
      socket.write(frame(OPCODE.text, JSON.stringify({ type: 'hello' })));
    },
    count: () => open.size,
    send: (type, payload) => {
      const envelope_id = randomUUID();
      const socket = [...open].at(-1);
      if (socket === undefined) return Promise.reject(new Error('nobody is connected'));
      const answer = new Promise<unknown>((resolve) => waiting.set(envelope_id, resolve));
      const envelope = { type, envelope_id, payload, accepts_response_payload: type !== 'events_api' };
      socket.write(frame(OPCODE.text, JSON.stringify(envelope)));
      return answer;
    },
    refresh: () => {
      const asked = JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' });
      for (const socket of open) socket.write(frame(OPCODE.text, asked));
    },
    close: () => {
      for (const socket of open) socket.destroy();
    },
  };
}

function frame(opcode: number, text: string | Buffer): Buffer {
  const body = Buffer.from(text as string);
  const long = body.length > 125;
  if (body.length > 0xffff) throw new Error('an envelope is never so long');
  const head = Buffer.alloc(long ? 4 : 2);
  head[0] = 0x80 | opcode;
  head[1] = long ? 126 : body.length;
  if (long) head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, body]);
}

/** Reads the masked frames of a client; answers its pings and its farewell. */
function listenTo(socket: Duplex, heard: (text: string) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let read = readFrame(rest); read !== undefined; read = readFrame(rest)) {
      rest = rest.subarray(read.size);
      if (read.opcode === OPCODE.text) heard(read.body.toString('utf8'));
      if (read.opcode === OPCODE.ping) socket.write(frame(OPCODE.pong, read.body));
      if (read.opcode === OPCODE.close) socket.end(frame(OPCODE.close, read.body));
    }
  });
}

function readFrame(data: Buffer): { opcode: number; body: Buffer; size: number } | undefined {
  if (data.length < 6) return undefined;
  const short = data[1]! & 0x7f;
  const [length, maskAt] =
    short < 126
      ? [short, 2]
      : short === 126
        ? [data.readUInt16BE(2), 4]
        : data.length < 10
          ? [Number.MAX_SAFE_INTEGER, 10]
          : [Number(data.readBigUInt64BE(2)), 10];
  const size = maskAt + 4 + length;
  if (data.length < size) return undefined;
  const mask = data.subarray(maskAt, maskAt + 4);
  const body = Buffer.from(data.subarray(maskAt + 4, size).map((byte, index) => byte ^ mask[index % 4]!));
  return { opcode: data[0]! & 0x0f, body, size };
}
