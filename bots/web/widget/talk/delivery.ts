import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OutgoingMessage, Sent } from '../../client.ts';
import { afterEvent, type Outbox, type OutboxEvent } from './outbox.ts';

/** What can end the way of a message. */
export type Settled = Extract<Sent, { kind: 'reply' | 'refused' }>;

export interface DeliveryPorts {
  send(message: OutgoingMessage, signal: AbortSignal): Promise<Sent>;
  settled(message: OutgoingMessage, sent: Settled): void;
  /** The message has to wait; its state says why. */
  hindered(): void;
  /** Where the browser tells that the network is back: the window. */
  readonly network: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

/** Brings messages to the server one by one, again and again until they are answered. */
export class Delivery implements ReactiveController {
  state: Outbox<OutgoingMessage> = { kind: 'empty' };
  readonly #host: ReactiveControllerHost;
  readonly #ports: DeliveryPorts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: AbortController | undefined;

  constructor(host: ReactiveControllerHost, ports: DeliveryPorts) {
    this.#host = host;
    this.#ports = ports;
    host.addController(this);
  }

  get isBusy(): boolean {
    return this.state.kind !== 'empty';
  }

  send(message: OutgoingMessage): void {
    this.#on({ kind: 'send', message });
  }

  /** Gives the message up; the server may have had it already. */
  cancel(): void {
    this.#on({ kind: 'cancel' });
  }

  hostConnected(): void {
    this.#ports.network.addEventListener('online', this.#online);
    // A page may move the element; what was under way goes on with the same key.
    if (this.state.kind !== 'empty') this.#act();
  }

  hostDisconnected(): void {
    this.#ports.network.removeEventListener('online', this.#online);
    this.#stop();
  }

  readonly #online = (): void => this.#on({ kind: 'online' });

  #on(event: OutboxEvent<OutgoingMessage>): void {
    const next = afterEvent(this.state, event);
    if (next === this.state) return;
    this.state = next;
    this.#act();
    this.#host.requestUpdate();
  }

  /** Does what the state asks for, and nothing else any more. */
  #act(): void {
    this.#stop();
    switch (this.state.kind) {
      case 'empty':
        return;
      case 'waiting':
        this.#timer = setTimeout(() => this.#on({ kind: 'due' }), this.state.delayMs);
        return;
      case 'sending':
        void this.#attempt(this.state.message);
    }
  }

  async #attempt(message: OutgoingMessage): Promise<void> {
    const sending = new AbortController();
    this.#sending = sending;
    const sent = await this.#ports.send(message, sending.signal);
    if (sending.signal.aborted) return;
    switch (sent.kind) {
      case 'reply':
      case 'refused':
        this.#on({ kind: 'settled' });
        this.#ports.settled(message, sent);
        return;
      case 'unreachable':
      case 'busy':
        this.#on({ kind: 'hindered', why: sent });
        this.#ports.hindered();
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#sending?.abort();
  }
}
