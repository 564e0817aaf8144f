const { Pool } = require('pg');

const pool = new Pool({ connectionString: process.env.DATABASE_URL });

async function productsByName(name) {
  const { rows } = await pool.query("SELECT id, name, price FROM products WHERE name ILIKE '%" + name + "%'");
  return rows;
}

async function productsInCategory(category) {
  const { rows } = await pool.query('SELECT id, name, price FROM products WHERE category = $1', [category]);
  return rows;
}

async function topProducts(count) {
  const limit = Number.parseInt(count, 10) || 10;
  const { rows } = await pool.query('SELECT id, name, price FROM products ORDER BY sold DESC LIMIT ' + limit);
  return rows;
}

module.exports = { pool, productsByName, productsInCategory, topProducts };
