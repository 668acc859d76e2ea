"""Softmax and cross-entropy in NumPy: legible, right at the edges, without warnings.

The last axis of every array is the classes; all other axes broadcast, so that one call can
evaluate a whole sweep. Inputs are converted to float64 and never written to; what cannot be
answered is refused in a sentence.

Scores to shares: ``softmax``, ``log_softmax``, ``logsumexp``, ``softmax_steps``, ``hardmax``,
``linear_normalize``, ``sigmoid``, ``make_positive``, ``exp_step``. Information: ``entropy``,
``perplexity``, ``kl_divergence``. Targets: ``one_hot``, ``smooth_labels``.
Losses: ``cross_entropy``, ``cross_entropy_from_probs``.
Derivatives: ``cross_entropy_grad``, ``cross_entropy_from_probs_grad``, ``softmax_jacobian``,
``numerical_gradient``, ``numerical_jacobian``. Learning: ``descend``, ``regression_logits``,
``regression_loss``, ``regression_grad``, ``train_regression``, ``standardize``.
Drawing: ``top_k``, ``top_p``, ``min_p``, ``sample``, ``uniforms``; for a whole vocabulary ``rank``,
``rank_probs``, ``first_with_mass``, ``first_at_least``, ``mass_of_first``, ``entropy_of_first``.
Attention: ``attention_products``, ``attention_weights``, ``causal_mask``. Number formats:
``softmax_in_format``, ``log_softmax_in_format``, ``online_softmax``, ``format_limits``,
``largest_equal_score``, ``format_dtype``.

>>> from softmax_core import cross_entropy, softmax
>>> softmax([2, 3, 5]).round(3)
array([0.042, 0.114, 0.844])
>>> cross_entropy([2, 3, 5], 2).round(4)
np.float64(0.1698)
"""

from softmax_core.attention import (
    Attention,
    attention_products,
    attention_weights,
    causal_mask,
)
from softmax_core.descent import Descent, descend
from softmax_core.features import Standardized, standardize
from softmax_core.formats import (
    FORMATS,
    FormatLimits,
    FormatLogs,
    FormatName,
    FormatSteps,
    format_dtype,
    format_limits,
    largest_equal_score,
    log_softmax_in_format,
    softmax_in_format,
)
from softmax_core.gradients import (
    cross_entropy_from_probs_grad,
    cross_entropy_grad,
    numerical_gradient,
    numerical_jacobian,
    softmax_jacobian,
)
from softmax_core.information import entropy, perplexity
from softmax_core.linear import LinearShares, linear_normalize
from softmax_core.logs import log_softmax, logsumexp
from softmax_core.losses import cross_entropy, cross_entropy_from_probs, kl_divergence
from softmax_core.maps import SoftmaxSteps, hardmax, sigmoid, softmax, softmax_steps
from softmax_core.online import OnlineSteps, online_softmax
from softmax_core.positive import (
    POSITIVE_WAYS,
    ExpStep,
    Positive,
    PositiveWay,
    exp_step,
    make_positive,
)
from softmax_core.ranking import (
    RankedProbs,
    Ranks,
    entropy_of_first,
    first_at_least,
    first_with_mass,
    mass_of_first,
    rank,
    rank_probs,
)
from softmax_core.regression import (
    RegressionGrad,
    RegressionPath,
    regression_grad,
    regression_logits,
    regression_loss,
    train_regression,
)
from softmax_core.sampling import min_p, sample, top_k, top_p, uniforms
from softmax_core.targets import one_hot, smooth_labels

__all__ = [
    "FORMATS",
    "POSITIVE_WAYS",
    "Attention",
    "Descent",
    "ExpStep",
    "FormatLimits",
    "FormatLogs",
    "FormatName",
    "FormatSteps",
    "LinearShares",
    "OnlineSteps",
    "Positive",
    "PositiveWay",
    "RankedProbs",
    "Ranks",
    "RegressionGrad",
    "RegressionPath",
    "SoftmaxSteps",
    "Standardized",
    "attention_products",
    "attention_weights",
    "causal_mask",
    "cross_entropy",
    "cross_entropy_from_probs",
    "cross_entropy_from_probs_grad",
    "cross_entropy_grad",
    "descend",
    "entropy",
    "entropy_of_first",
    "exp_step",
    "first_at_least",
    "first_with_mass",
    "format_dtype",
    "format_limits",
    "hardmax",
    "kl_divergence",
    "largest_equal_score",
    "linear_normalize",
    "log_softmax",
    "log_softmax_in_format",
    "logsumexp",
    "make_positive",
    "mass_of_first",
    "min_p",
    "numerical_gradient",
    "numerical_jacobian",
    "one_hot",
    "online_softmax",
    "perplexity",
    "rank",
    "rank_probs",
    "regression_grad",
    "regression_logits",
    "regression_loss",
    "sample",
    "sigmoid",
    "smooth_labels",
    "softmax",
    "softmax_in_format",
    "softmax_jacobian",
    "softmax_steps",
    "standardize",
    "top_k",
    "top_p",
    "train_regression",
    "uniforms",
]
