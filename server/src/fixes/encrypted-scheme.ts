import { Op } from '../ir/ir';
import type { Fix } from './fix';
import { FixReader } from './reader';

const ENCRYPTED: Readonly<Record<string, string>> = {
  http: 'https',
  ws: 'wss',
  redis: 'rediss',
  amqp: 'amqps',
  mqtt: 'mqtts',
  ldap: 'ldaps',
};

/** The same address by the encrypted form of its protocol, where the address is written. */
export const encryptedScheme: Fix = {
  id: 'encrypted-scheme',
  propose(context) {
    const reader = FixReader.open(context);
    if (!reader) return undefined;
    const { value } = reader.anchor;
    const { start, end } = reader.op(value) === Op.Const ? reader.span(value) : context.finding;
    const match = /^(\w{0,2}["'`])(http|ws|redis|amqp|mqtt|ldap)(?=:\/\/)/i.exec(context.text.slice(start, end));
    if (!match) return undefined;
    const at = start + match[1].length;
    const scheme = ENCRYPTED[match[2].toLowerCase()];
    reader.replace({ start: at, end: at + match[2].length }, scheme);
    return reader.propose(`Connect by ${scheme}`, 'review');
  },
};
