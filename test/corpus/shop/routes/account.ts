import crypto from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import jwt from 'jsonwebtoken';
import { pool } from '../db';

const router = Router();

const signingKey = 'q8Zr2vKp7LxW4nTb9YcE1mHd';

function fingerprint(password: string): string {
  return crypto.createHash('md5').update(password).digest('hex');
}

function stretched(password: string, salt: Buffer): Buffer {
  return crypto.scryptSync(password, salt, 64);
}

router.post('/login', async (req: Request, res: Response) => {
  const { email, password } = req.body;
  const { rows } = await pool.query('SELECT id FROM accounts WHERE email = $1 AND secret = $2', [
    email,
    fingerprint(password),
  ]);
  if (rows.length === 0) {
    console.log('failed login of ' + email);
    res.sendStatus(401);
    return;
  }
  const token = jwt.sign({ id: rows[0].id }, signingKey, { expiresIn: '1h' });
  res.cookie('token', token, { httpOnly: true });
  res.redirect(req.body.next);
});

router.post('/register', async (req: Request, res: Response) => {
  const salt = crypto.randomBytes(16);
  const secret = stretched(req.body.password, salt);
  await pool.query('INSERT INTO accounts (email, salt, secret) VALUES ($1, $2, $3)', [req.body.email, salt, secret]);
  const token = jwt.sign({ email: req.body.email }, process.env.JWT_KEY as string, { expiresIn: '1h' });
  res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'strict' });
  res.redirect('/account/welcome');
});

router.post('/reset', async (req: Request, res: Response) => {
  const resetToken = Math.random().toString(36).slice(2);
  await pool.query('UPDATE accounts SET reset = $1 WHERE email = $2', [resetToken, req.body.email]);
  res.sendStatus(204);
});

router.post('/invite', async (req: Request, res: Response) => {
  const inviteToken = crypto.randomBytes(24).toString('base64url');
  await pool.query('INSERT INTO invites (token, email) VALUES ($1, $2)', [inviteToken, req.body.email]);
  res.sendStatus(204);
});

export = router;
