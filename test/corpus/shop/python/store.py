import sqlite3


def connection():
    return sqlite3.connect("shop.db")


def orders_of(customer):
    cursor = connection().cursor()
    cursor.execute(f"SELECT number, total FROM orders WHERE customer = '{customer}'")
    return cursor.fetchall()


def invoices_of(customer):
    cursor = connection().cursor()
    cursor.execute("SELECT number, total FROM invoices WHERE customer = ?", (customer,))
    return cursor.fetchall()


def order(number):
    cursor = connection().cursor()
    cursor.execute("SELECT number, total FROM orders WHERE number = ?", (number,))
    return cursor.fetchone()
