import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';
import { made, means, tokenSecret } from './_words';

/** What registers a token's end: among claims of a map, and in the structs that hold the registered ones. */
const LIFETIME = [
  '$1.exp',
  '$1.ExpiresAt',
  '$1.RegisteredClaims.ExpiresAt',
  '$1.StandardClaims.ExpiresAt',
  '$1.Exp',
  '$1.Expiry',
  '.Claims',
];

const OPTIONS =
  '{WithValidMethods,WithoutClaimsValidation,WithAudience,WithAllAudiences,WithIssuer,WithSubject,WithLeeway,WithIssuedAt,WithExpirationRequired,WithNotBeforeRequired,WithJSONNumber,WithPaddingAllowed,WithStrictDecoding,WithTimeFunc}()';

/** The kind of the key limits what the token can choose; a key function may look at the algorithm itself. */
const parse = (at: string, key: string, methods: readonly string[], unchecked: readonly string[]): ConfigSpec => ({
  kind: 'token-check',
  at,
  options: {
    algorithms: { from: methods, unset: 'by key' },
    keyFunction: { from: [key] },
    ignoreExpiration: { from: unchecked, unset: false },
    failure: { from: ['result[1]'] },
    verdict: { from: ['result[0].Valid'] },
  },
});

/** Options follow the arguments that are always there. */
const parseWith = (at: string, key: number): ConfigSpec => {
  const rest = `$${key + 1}`;
  return {
    ...parse(at, `$${key}`, [`${rest}….WithValidMethods`], [`${rest}….WithoutClaimsValidation`]),
    fix: { algorithms: `${rest} = $this.WithValidMethods([]string{"HS256"})`, review: 'yes' },
  };
};

const METHODS = ['$this.WithValidMethods', '$this.ValidMethods'];
const UNCHECKED = ['$this.WithoutClaimsValidation', '$this.SkipClaimsValidation'];

export default model({
  library: 'github.com/golang-jwt/jwt/v5',
  aliases: ['github.com/golang-jwt/jwt/v4', 'github.com/golang-jwt/jwt', 'github.com/dgrijalva/jwt-go'],
  types: {
    Token: [...made('github.com/golang-jwt/jwt/v5', 'Token'), 'github.com/golang-jwt/jwt/v5.{New,NewWithClaims}()'],
    Parser: [...made('github.com/golang-jwt/jwt/v5', 'Parser'), 'NewParser()'],
  },
  sources: { 'unverified-token': ['Parser.ParseUnverified()[0]', 'Parser.ParseUnverified($1)'] },
  sanitizers: [
    { at: 'github.com/golang-jwt/jwt/v5.{Parse,ParseWithClaims}()', cleans: 'all' },
    { at: 'Parser.{Parse,ParseWithClaims}()', cleans: 'all' },
  ],
  propagators: [
    { at: 'Token.{SignedString,SigningString}()', to: [] },
    { at: 'github.com/golang-jwt/jwt/v5.{New,NewWithClaims}()', to: [] },
    { at: 'Parser.ParseUnverified()', to: [] },
  ],
  operations: {
    'option.of': [`github.com/golang-jwt/jwt/v5.${OPTIONS}`],
    'object.assign': ['NewParser()'],
  },
  configs: [
    outdated('github.com/golang-jwt/jwt/v5', ['github.com/dgrijalva/jwt-go'], {
      state: 'abandoned',
      instead: 'github.com/golang-jwt/jwt/v5',
      import: 'github.com/golang-jwt/jwt/v5',
    }),
    tokenSecret('Token.SignedString()', '$0'),
    {
      kind: 'token-issue',
      at: 'NewWithClaims()',
      options: { lifetime: { from: LIFETIME, unset: null } },
    },
    {
      kind: 'token-issue',
      at: 'NewWithClaims()',
      when: { $0: 'SigningMethodNone' },
      options: { algorithm: { from: ['$0'] } },
    },
    {
      kind: 'token-issue',
      at: 'Token.SignedString()',
      when: { $0: 'UnsafeAllowNoneSignatureType' },
      options: { algorithm: { from: ['$0'] } },
    },
    parseWith('Parse()', 1),
    parseWith('ParseWithClaims()', 2),
    parse('Parser.Parse()', '$1', METHODS, UNCHECKED),
    parse('Parser.ParseWithClaims()', '$2', METHODS, UNCHECKED),
    {
      kind: 'token-check',
      at: 'Parser.ParseUnverified()',
      options: { verified: means(false) },
    },
  ],
});
