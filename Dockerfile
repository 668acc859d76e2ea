FROM python:3.11-slim

RUN useradd --create-home course
WORKDIR /course
COPY requirements.txt requirements-redis.txt ./
RUN pip install --no-cache-dir -r requirements.txt -r requirements-redis.txt

RUN chown course .
USER course
COPY --chown=course . .
RUN python -c "import softmax_app.live" # fills static/, so that no start has to

EXPOSE 8501
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
    CMD python -c "from urllib.request import urlopen; urlopen('http://127.0.0.1:8501/_stcore/health')"
CMD ["streamlit", "run", "app.py", "--server.headless=true", \
    "--server.address=0.0.0.0", "--server.port=8501"]
