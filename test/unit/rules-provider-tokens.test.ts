import assert from 'node:assert/strict';
import { findProviderToken } from '../../server/src/rules/provider-tokens';

/** Put together at run time, so that no scanner takes these for real ones. */
const token = (...parts: readonly string[]): string => parts.join('');
const what = (text: string): string | undefined => findProviderToken(text)?.what;
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const SIGNATURE = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

describe('tokens of providers', () => {
  for (const [text, expected] of [
    [token('ghp', '_Zr8fKp2TqLx5vNw3YbGd7cHs4mJe1a', '1ayrZr'), 'a GitHub token'],
    [token('AK', 'IA3QT7WZ5HNVC2LJXR'), 'an AWS access key'],
    [token('glp', 'at-Zr8fKp2TqLx5vNw3YbGd'), 'a GitLab token'],
    [token('sk_', 'live_51Hq8ZtR4mXv2KpLw9BnYc7Dg3'), 'a live Stripe key'],
    [token('xo', 'xb-2384719203-Zr8fKp2TqLx5vNw3YbGd'), 'a Slack token'],
    [token('AI', 'zaSyB4xQ9wZr7Lk2mVt8Np3Hd6Fc1Jg5Ys0Tu'), 'a Google API key'],
    [token('Bearer ', 'SG', '.Zr8fKp2TqLx5vNw3YbGd7c.Hs4mJe1aQw9ZtR4mXv2KpLw9BnYc7Dg3Fr6Ty8Uj5Ik'), 'a SendGrid key'],
    [token('dap', 'i9f86d081884c7d659a2feaa0c55ad015'), 'a Databricks token'],
    [`${encoded({ alg: 'HS256' })}.${encoded({ sub: 'deploy', admin: true })}.${SIGNATURE}`, 'a signed token (JWT)'],
  ]) {
    it(`knows ${expected}`, () => assert.equal(what(text), expected));
  }

  for (const [why, text] of [
    ['a checksum that is not right', token('ghp', '_Zr8fKp2TqLx5vNw3YbGd7cHs4mJe1a', '1ayrZs')],
    ['a sample of documentation', token('AK', 'IAIOSFODNN7EXAMPLE')],
    ['one sign repeated', token('sk_', 'live_', 'a'.repeat(24))],
    ['counting', token('glp', 'at-', '12345678901234567890')],
    ['a key for tests', token('sk_', 'test_51Hq8ZtR4mXv2KpLw9BnYc7Dg3')],
    ['the marker of a key', '-----BEGIN PRIVATE KEY-----'],
    ['part of a longer word', token('data:AK', 'IA3QT7WZ5HNVC2LJXRAB')],
    ['the sample of a token', `${encoded({ alg: 'HS256' })}.${encoded({ sub: '1234567890' })}.${SIGNATURE}`],
    ['what only looks encoded', `eyJhbGciOiJIUzI1NiJ9x.eyJhbGciOiJIUzI1NiJ9x.${SIGNATURE}`],
  ]) {
    it(`is silent at ${why}`, () => assert.equal(what(text), undefined));
  }
});
