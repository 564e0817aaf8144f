import { model } from '../../../facts/model';
import { credential, made } from './_words';

export default model({
  library: 'github.com/golang-jwt/jwt/v5',
  aliases: ['github.com/golang-jwt/jwt/v4', 'github.com/golang-jwt/jwt', 'github.com/dgrijalva/jwt-go'],
  types: {
    Token: [...made('github.com/golang-jwt/jwt/v5', 'Token'), 'github.com/golang-jwt/jwt/v5.{New,NewWithClaims}()'],
  },
  sanitizers: [{ at: 'github.com/golang-jwt/jwt/v5.{Parse,ParseWithClaims}()', cleans: 'all' }],
  propagators: [
    { at: 'Token.{SignedString,SigningString}()', to: [] },
    { at: 'github.com/golang-jwt/jwt/v5.{New,NewWithClaims}()', to: [] },
  ],
  configs: [{ ...credential('Token.SignedString()', '$0'), fix: { environment: 'JWT_SECRET' } }],
});
