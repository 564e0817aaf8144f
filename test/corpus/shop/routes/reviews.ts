import { type Request, type Response, Router } from 'express';
import { MongoClient } from 'mongodb';
import { escapeHtml } from '../lib/html';

const router = Router();
const client = new MongoClient(process.env.MONGO_URL as string);
const reviews = client.db('shop').collection('reviews');

router.get('/hello', (req: Request, res: Response) => {
  res.send(`<h1>Reviews by ${req.query.author}</h1>`);
});

router.get('/greeting', (req: Request, res: Response) => {
  res.send(`<h1>Reviews by ${escapeHtml(String(req.query.author))}</h1>`);
});

router.post('/find', async (req: Request, res: Response) => {
  res.json(await reviews.find({ author: req.body.author }).toArray());
});

router.post('/find-exact', async (req: Request, res: Response) => {
  res.json(await reviews.find({ author: String(req.body.author) }).toArray());
});

export = router;
