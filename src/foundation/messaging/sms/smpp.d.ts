/** The part of `smpp` that is used here; the package brings no types. */
declare module 'smpp' {
  interface Pdu {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    readonly message_id?: string;
    readonly source_addr?: string;
    readonly destination_addr?: string;
    readonly system_id?: string;
    readonly password?: string;
    readonly esm_class?: number;
    readonly data_coding?: number;
    readonly receipted_message_id?: string;
    readonly message_state?: number;
    readonly short_message?: { readonly message?: string | Buffer; readonly udh?: Buffer | readonly Buffer[] };
    readonly message_payload?: { readonly message?: string | Buffer };
    response(fields?: Readonly<Record<string, unknown>>): Pdu;
  }
  type Send = (fields: Readonly<Record<string, unknown>>, answered?: (pdu: Pdu) => void) => boolean;
  interface Session {
    on(event: 'connect' | 'secureConnect' | 'close', hear: () => void): this;
    on(event: 'error', hear: (error: Error) => void): this;
    on(event: string, hear: (pdu: Pdu) => void): this;
    send(pdu: Pdu): boolean;
    close(): void;
    destroy(): void;
    readonly bind_transceiver: Send;
    readonly submit_sm: Send;
    readonly deliver_sm: Send;
    unbind(answered?: (pdu: Pdu) => void): boolean;
  }
  interface Server {
    listen(port: number, host: string, ready: () => void): this;
    address(): import('node:net').AddressInfo;
    close(done?: () => void): void;
    readonly sessions: Session[];
  }
  const smpp: {
    connect(options: Readonly<Record<string, unknown>>): Session;
    createServer(hear: (session: Session) => void): Server;
  };
  export default smpp;
  export type { Pdu, Server, Session };
}
