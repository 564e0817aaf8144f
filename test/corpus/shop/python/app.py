import hashlib
import os
import pickle
import secrets
import random
import subprocess

import requests
import yaml
from flask import Flask, abort, jsonify, make_response, redirect, render_template, render_template_string, request, send_from_directory
from markupsafe import escape

import store

app = Flask(__name__)
app.secret_key = os.environ["REPORTS_KEY"]

EXPORT_FOLDER = os.path.abspath("exports")
PARTNERS = {"north": "https://north.example/sales", "south": "https://south.example/sales"}


@app.route("/orders")
def orders():
    return jsonify(store.orders_of(request.args.get("customer")))


@app.route("/orders/<int:number>")
def order(number):
    return jsonify(store.order(number))


@app.route("/invoices")
def invoices():
    return jsonify(store.invoices_of(request.args.get("customer")))


@app.route("/search")
def search():
    words = request.args.get("q", "")
    return render_template("search.html", words=words, page=int(request.args.get("page", "1")), hits=[words.title()])


@app.route("/archive")
def archive():
    month = request.args["month"]
    subprocess.run("tar czf /tmp/archive.tgz exports/" + month, shell=True, check=True)
    return "", 204


@app.route("/archive/year")
def archive_year():
    year = request.args["year"]
    subprocess.run(["tar", "czf", "/tmp/archive.tgz", "--", os.path.join("exports", str(int(year)))], check=True)
    return "", 204


@app.route("/export")
def export():
    with open(os.path.join(EXPORT_FOLDER, request.args["name"])) as file:
        return jsonify(file.readlines())


@app.route("/download")
def download():
    return send_from_directory(EXPORT_FOLDER, request.args["name"])


@app.route("/welcome")
def welcome():
    return render_template_string("<p>Welcome, " + request.args.get("name", "") + "</p>")


@app.route("/goodbye")
def goodbye():
    return make_response("<p>Goodbye, " + str(escape(request.args.get("name", ""))) + "</p>")


@app.route("/import", methods=["POST"])
def import_basket():
    return jsonify(pickle.loads(request.data))


@app.route("/settings", methods=["POST"])
def settings():
    return jsonify(yaml.safe_load(request.data))


@app.route("/proxy")
def proxy():
    return jsonify(requests.get(request.args["url"], timeout=5).json())


@app.route("/sales/<partner>")
def sales(partner):
    if partner not in PARTNERS:
        abort(404)
    return jsonify(requests.get(PARTNERS[partner], timeout=5).json())


@app.route("/rates")
def rates():
    return jsonify(requests.get("https://rates.example/today", verify=False, timeout=5).json())


@app.route("/leave")
def leave():
    return redirect(request.args.get("to"))


@app.route("/enter")
def enter():
    response = redirect("/orders")
    response.set_cookie("visit", secrets.token_urlsafe(16), secure=True, httponly=True, samesite="Lax")
    return response


@app.route("/coupon")
def coupon():
    token = "".join(random.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(12))
    response = make_response(token)
    response.set_cookie("coupon_token", token)
    return response


def password_digest(password):
    return hashlib.sha1(password.encode()).hexdigest()


def password_hash(password, salt):
    return hashlib.scrypt(password.encode(), salt=salt, n=16384, r=8, p=1)
