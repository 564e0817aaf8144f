import { type Request, type Response, Router } from 'express';
import { pool, productsByName, productsInCategory, topProducts } from '../db';

const router = Router();

const sortableColumns = ['name', 'price', 'sold'];

router.get('/search', async (req: Request, res: Response) => {
  res.json(await productsByName(req.query.q));
});

router.get('/category/:category', async (req: Request, res: Response) => {
  res.json(await productsInCategory(req.params.category));
});

router.get('/top', async (req: Request, res: Response) => {
  res.json(await topProducts(req.query.count));
});

router.get('/sorted', async (req: Request, res: Response) => {
  const column = String(req.query.by);
  if (!sortableColumns.includes(column)) {
    res.status(400).json({ error: 'unknown column' });
    return;
  }
  const { rows } = await pool.query(`SELECT id, name, price FROM products ORDER BY ${column}`);
  res.json(rows);
});

router.get('/:id', async (req: Request, res: Response) => {
  const { id } = req.params;
  const { rows } = await pool.query(`SELECT id, name, price FROM products WHERE id = ${id}`);
  res.json(rows[0]);
});

router.get('/:id/stock', async (req: Request, res: Response) => {
  const { rows } = await pool.query('SELECT amount FROM stock WHERE product = $1', [req.params.id]);
  res.json(rows[0]);
});

export = router;
