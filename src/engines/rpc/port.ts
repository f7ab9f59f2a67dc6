/** One end of a line to a worker. The real one is `workerPort`; tests put a MessageChannel in its place. */
export interface Port {
  post(message: unknown, transfer: Transferable[]): void;
  onMessage(listener: (data: unknown) => void): void;
  /** The other side can never answer again. */
  onDeath(listener: (reason: string) => void): void;
  close(): void;
}
