import { example, suite } from './fixes-support';

suite('move-secret-to-environment', {
  javascript: [
    example('javascript', 'hardcoded-secret', 'express-session: a known default', { at: "'keyboard cat'" }),
    {
      title: 'the name of the constant',
      place: { at: "'q7Rt2LmX9vKp4WsZ8nYd'" },
      bad: "const apiKey = 'q7Rt2LmX9vKp4WsZ8nYd';\n",
      good: 'const apiKey = process.env.API_KEY;\n',
    },
    {
      title: 'an argument without a name',
      place: { at: "'s3cr3t'" },
      bad: "jwt.sign(payload, 's3cr3t');\n",
      good: 'jwt.sign(payload, process.env.JWT_SECRET);\n',
    },
    {
      title: 'the receiver where the function only says what is done',
      place: { at: "'pw'" },
      bad: "mysql.createConnection({ host: 'a', password: 'pw' });\n",
      good: "mysql.createConnection({ host: 'a', password: process.env.MYSQL_PASSWORD });\n",
    },
    {
      title: 'a member that is assigned',
      place: { at: '"pw"' },
      bad: 'config.jwtSecret = "pw";\n',
      good: 'config.jwtSecret = process.env.JWT_SECRET;\n',
    },
    {
      title: 'the name that the model gives',
      place: { at: '"pw"', words: { environment: 'DATABASE_URL' } },
      bad: 'connect("pw");\n',
      good: 'connect(process.env.DATABASE_URL);\n',
    },
    {
      title: 'a default beside the variable',
      place: { at: "'pw'" },
      bad: "const secret = process.env.SECRET || 'pw';\n",
      good: 'const secret = process.env.SECRET;\n',
    },
  ],
});
