"""The reader's settings as code to paste: NumPy, PyTorch, TensorFlow and JAX, a module a lesson."""
