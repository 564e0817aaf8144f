import { model } from '../../../facts/model';

export default model({
  library: 'io.jsonwebtoken',
  types: {
    Builder: [
      'type io.jsonwebtoken.JwtBuilder',
      'Jwts.builder()',
      'Builder.{setSubject,setIssuer,setExpiration,setIssuedAt,setClaims,claim,setId,setAudience,subject,issuer,expiration,issuedAt,claims}()',
    ],
    Parser: [
      'type io.jsonwebtoken.JwtParser',
      'type io.jsonwebtoken.JwtParserBuilder',
      'Jwts.{parser,parserBuilder}()',
    ],
    Resolver: ['type io.jsonwebtoken.SigningKeyResolver', 'type io.jsonwebtoken.SigningKeyResolverAdapter'],
  },
  // The key is asked for before the signature is checked.
  sources: { remote: [{ overriding: ['Resolver.resolveSigningKey', 'Resolver.resolveSigningKeyBytes'] }] },
  configs: [
    { kind: 'credential', at: 'Builder.signWith()', options: { value: { from: ['$1', '$0'] } } },
    { kind: 'credential', at: 'Parser.setSigningKey()', options: { value: { from: ['$0'] } } },
    { kind: 'credential', at: 'security.Keys.hmacShaKeyFor()', options: { value: { from: ['$0'] } } },
  ],
});
